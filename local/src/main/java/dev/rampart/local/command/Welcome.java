package dev.rampart.local.command;

import dev.rampart.local.gateway.gate.GateDescription;
import dev.rampart.local.stack.instance.Instance;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** What a person wants to know of a run that is ready. */
record Welcome(Instance instance, InstanceOption option) {

  void print(PrintWriter out) {
    out.println("Rampart is ready.");
    out.println();
    out.println("  API        " + instance.baseUrl() + "/v1");
    out.println("  sign-in    " + instance.signInUrl());
    instance.console().ifPresent(url -> console(out, url));
    out.println("  API key    " + instance.apiKey());
    for (Instance.User user : instance.users()) {
      out.printf(
          "  user       %-4s  password %s  %s%n", user.name(), user.password(), scopes(user));
    }
    out.println("  services   " + instance.endpoints().get("events") + " (aws --endpoint-url)");
    out.println("  logs       " + instance.logs().get("access"));
    out.println();
    out.println("Gates, each where template.yaml has it ask:");
    for (GateDescription gate : Gates.all()) {
      out.printf("  %-10s %s%n", gate.name(), state(gate));
    }
    out.println();
    out.println("Try it:");
    out.println();
    out.println(curl());
    out.println();
    out.println("Ctrl-C stops everything.");
  }

  private void console(PrintWriter out, String url) {
    out.println("  console    " + url);
    out.println(
        "             sign in as sam; the one-time code: " + option.typed("code --user sam"));
  }

  /** Returns what a user may do, without what the names of all scopes begin with. */
  private static String scopes(Instance.User user) {
    return user.scopes().stream()
        .map(scope -> scope.substring(scope.indexOf('/') + 1))
        .collect(Collectors.joining(" "));
  }

  private static String state(GateDescription gate) {
    if (gate.enforces().isEmpty()) {
      return "NOT ENFORCED YET: " + gate.missing();
    }
    return gate.missing().isEmpty()
        ? "live: " + gate.enforces()
        : "live: " + gate.enforces() + "; NOT YET: " + gate.missing();
  }

  private String curl() {
    return """
    curl -i %s/v1/submissions \\
      -H "Authorization: Bearer $(%s)" \\
      -H 'x-api-key: %s' \\
      -H 'Content-Type: application/json' \\
      -H "Idempotency-Key: \\"$(date +%%s)\\"" \\
      -d '{"title":"The roof leaks","description":"Since Monday.","category":"bug","contactEmail":"ann@example.com"}'\
    """
        .formatted(instance.baseUrl(), option.typed("token"), instance.apiKey());
  }
}
