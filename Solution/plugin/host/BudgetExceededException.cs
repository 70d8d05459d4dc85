using System;

namespace CoSellConnector.PluginHost;

sealed class BudgetExceededException : Exception;
