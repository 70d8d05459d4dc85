export { parseJson } from "../../domain/values/parseJson";
