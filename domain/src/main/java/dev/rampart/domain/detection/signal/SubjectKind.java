package dev.rampart.domain.detection.signal;

import java.util.Arrays;
import java.util.Optional;

/** What kind of thing a finding is about. */
public enum SubjectKind {
  IP("ip", "address"),
  PRINCIPAL("principal", "principal"),
  CLIENT("client", "client"),
  API_KEY("apiKey", "API key"),
  /** The account that sign-ins tried, by its hash. */
  CREDENTIAL("credential", "account"),
  /** The /24 or /48 network of an address. */
  NETWORK("network", "network"),
  /** One rule or class of paths, whoever the requests are from. */
  SIGNATURE("signature", "rule"),
  GLOBAL("global", "all sources of");

  private final String wireName;
  private final String noun;

  SubjectKind(String wireName, String noun) {
    this.wireName = wireName;
    this.noun = noun;
  }

  /** Returns what people call it. */
  public String noun() {
    return noun;
  }

  /** Returns the name in events. */
  public String wireName() {
    return wireName;
  }

  /** Returns whether it stands for many sources at once. */
  public boolean isGroup() {
    return this == NETWORK || this == SIGNATURE || this == GLOBAL;
  }

  /** Returns the one with that name; empty if there is none. */
  public static Optional<SubjectKind> of(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(wireName)).findFirst();
  }
}
