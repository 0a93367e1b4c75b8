package dev.mastro;

import java.net.URI;

/** What a person reads when Mastro is ready. */
final class Greeting {

    private static final String TEXT =
            """

            Mastro is ready (Ctrl-C stops it).

              API       {api}
              OpenAPI   {api}/openapi.json, to try it: {api}/docs
              Health    {root}/actuator/health/readiness
              Data      {data}
              Clock     {clock}

            Two requests to try. Open an account:

              curl -s {api}/accounts -H 'Content-Type: application/json' \\
                -d '{"seller": "zoom", "name": "Ada Lovelace", "email": "ada@example.com",
                     "country": "US", "currency": "USD", "paymentMethod": "tok_ok"}'

            Ask what three licences would cost it (put its accountId for ACCOUNT):

              curl -s {api}/accounts/ACCOUNT/quotes -H 'Content-Type: application/json' \\
                -d '{"changes": [{"type": "START", "product": "pro",
                     "cycle": "MONTHLY", "licences": 3}]}'

            """;

    private Greeting() {}

    static String of(URI api, RunOptions options) {
        return TEXT.replace("{api}", api.toString())
                .replace("{root}", api.resolve("/").toString().replaceFirst("/$", ""))
                .replace("{data}", options.data().toAbsolutePath().normalize().toString())
                .replace("{clock}", clock(options));
    }

    private static String clock(RunOptions options) {
        return options.clockStart().map(start -> "simulated, from " + start).orElse("real");
    }
}
