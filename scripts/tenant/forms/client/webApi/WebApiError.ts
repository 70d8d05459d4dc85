/** A refusal of the Web API, with the server's own words. */
export class WebApiError extends Error {
  constructor(
    /** Such as 0x80040265. */
    readonly code: string,
    message: string,
    readonly httpStatus: number,
  ) {
    super(message);
    this.name = "WebApiError";
  }
}

interface ErrorBody {
  error?: { code?: string; message?: string };
}

/** Reads what the server says; an answer in no known shape is quoted as far as it helps. */
export async function toWebApiError(response: Response): Promise<WebApiError> {
  const text = await response.text();
  try {
    const { error } = JSON.parse(text) as ErrorBody;
    return new WebApiError(error?.code ?? "", error?.message ?? text, response.status);
  } catch {
    return new WebApiError("", text.slice(0, 500) || `The server answered ${response.status}.`, response.status);
  }
}
