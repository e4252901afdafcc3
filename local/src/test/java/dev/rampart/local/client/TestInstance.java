package dev.rampart.local.client;

import dev.rampart.local.stack.instance.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Instances that are only written down: nothing answers at their addresses. */
public final class TestInstance {
  private TestInstance() {}

  /** Returns an instance of this process. */
  public static Instance of(List<Instance.User> users, Map<String, String> endpoints) {
    return of(ProcessHandle.current().pid(), "issuer", users, endpoints);
  }

  static Instance of(
      long pid, String issuer, List<Instance.User> users, Map<String, String> endpoints) {
    return new Instance(
        Instance.SCHEMA_VERSION,
        pid,
        "http://127.0.0.1:1",
        "eu-west-1",
        "key",
        Map.of("Key", "key"),
        issuer,
        "jwks",
        "client",
        "redirect",
        "sign-in",
        Optional.empty(),
        new Instance.MachineClient("id", "secret"),
        users,
        endpoints,
        new Instance.Credentials("id", "secret"),
        new Instance.Names(Map.of(), "bus", "pool", Map.of()),
        Map.of(),
        Optional.empty());
  }
}
