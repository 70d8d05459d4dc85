/** A text signed with the key of a self-signed certificate that was made for this test; the key was not kept. */
export const signedText = 'Zwölf Boxkämpfer: {"EventName":"referral-updated"}';

export const signatureBase64 =
  "Zwfuy+cXjadFFNHExeKcUY4SAmYAni25eJyIYtPfZ5910J75eW5U0Ov9Sp/I+gMzVr8N2vmgbjPTekqQy7LwcL0lhHJ4uGhUgNomeyPlPHiOEf" +
  "5Ie+hOzMuL28e7G/a9TkT6S4CGbUppk0KkpaNOEuccegCwEoOvwcL2QilZQpbquWDht8zAHhyb8hiFL60ev4wsd6t3izctUssssFyYi69KLEH3" +
  "zccHoHbczQr6v4QoDDCMbPidql9oloOo2HQbOAz73vzJ7FPSmH7w6MHV1G7HBRm4MoLf9V6a4nsazYxkq8Xh03ybyxvUx4RES3rKaIRHlWs+x4" +
  "LBweW224INTg==";

/** CN=events.contoso.example, O="Contoso, Ltd", S=Washington, C=US */
export const certificateBase64 =
  "MIIDhDCCAmygAwIBAgIBBzANBgkqhkiG9w0BAQsFADBaMQswCQYDVQQGEwJVUzETMBEGA1UECAwKV2FzaGluZ3RvbjEVMBMGA1UECgwMQ29udG" +
  "9zbywgTHRkMR8wHQYDVQQDDBZldmVudHMuY29udG9zby5leGFtcGxlMCAXDTI2MTEyMjIxNTI1MloYDzIxMjYxMDI5MjE1MjUyWjBaMQswCQYD" +
  "VQQGEwJVUzETMBEGA1UECAwKV2FzaGluZ3RvbjEVMBMGA1UECgwMQ29udG9zbywgTHRkMR8wHQYDVQQDDBZldmVudHMuY29udG9zby5leGFtcG" +
  "xlMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAm4pqoRlz3OfMKLhk2f8k3VUNfspx6XDM6m2HHjl4zm/axl1MW3LukBbR/F2EkDyU" +
  "9fPVPAA38yxJjTqZ+dLM8X04IbQSmQRXGTgq7YHCjhjjeaG93G8VhbIDWBTS1OXnIachTCXx6AUL34oyeniasyt8MTagcVA8G+vSwU58Vksjn6" +
  "oaVVyULIZcIWjRqqNK63rtBKKzYX8lmdifb1cDiVgmExjmtJNmQx2kYVydHCPMTPfW1DsaPF7yZChpZTkQxF0aHNLXj7POFKvqwTzZofWmUfDj" +
  "iT/WxaJY4jD14ZpiS36QGLp7q0OZT2yNS9VFyQID2VgMPr4wGD4+FQ3rowIDAQABo1MwUTAdBgNVHQ4EFgQUrC6C/O0IiadJtKnl4CLGd0DluX" +
  "EwHwYDVR0jBBgwFoAUrC6C/O0IiadJtKnl4CLGd0DluXEwDwYDVR0TAQH/BAUwAwEB/zANBgkqhkiG9w0BAQsFAAOCAQEAg15ys7Lhi1ZliW87" +
  "URhzaNO8d7eRzQseN5+ZFXuNLB/Iv1Q+7CjahrguXk6V1knKopLFBP2rcYNFJj63qqxY9mI+eHNtULHEgyr0VB/lFsBywXfyKHR6Mvdr1ABbsf" +
  "i8QzrccXO+ma2nEEsj8dO6HcFt4NlePmCRLXYdGLfSveOOPDsYrkCPvrtVB4GAZTIWaLF90LIwG+R6xFfKReOeqTFp9f+6VkkRdO3ELT6ET8oT" +
  "GYmC69CMojDimu4UFCHFZObhFF7jNLGuE06w3d/RnzkBb9TYtXHypnG/Nl2pTEhGemxF2+va37aiWmFO7J7IY1wQqbcSjlI0LgkeDrw7MQ==";
