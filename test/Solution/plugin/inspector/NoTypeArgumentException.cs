namespace Inspector;

sealed class NoTypeArgumentException : Exception;
