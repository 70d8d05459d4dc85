/** Version of the solution that this page was built with, such as `1.0.14`; the build writes it in. */
declare const COSELL_VERSION: string;
