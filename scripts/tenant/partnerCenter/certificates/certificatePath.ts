/**
 * Where the signing certificate is. `/certificates` stands for https://3psostorageacct.blob.core.windows.net, the one host
 * receivers may fetch it from; the rest of the path is the real one.
 */
export const certificatePath = "/certificates/cert/pcnotifications-dispatch.microsoft.com.cer";
