package dev.rampart.domain.detection.signal;

/** What kind of thing a finding is about. */
public enum SubjectKind {
  IP("ip"),
  PRINCIPAL("principal"),
  CLIENT("client"),
  API_KEY("apiKey"),
  /** One rule or class of paths, whoever the requests are from. */
  SIGNATURE("signature"),
  GLOBAL("global");

  private final String wireName;

  SubjectKind(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in events. */
  public String wireName() {
    return wireName;
  }
}
