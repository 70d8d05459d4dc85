using System.Collections.Generic;

namespace CoSellConnector.PluginHost.Json;

sealed class JsonArray : List<object?>
{
    public JsonArray() { }

    public JsonArray(IEnumerable<object?> items) : base(items) { }
}
