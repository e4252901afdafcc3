package dev.rampart.domain.ratelimit;

/** What a caller is known by. */
public enum CallerKind {
  /** The subject of an access token: a user or a program. */
  USER("user"),
  /** The network address of a caller that sent no token. */
  ADDRESS("address");

  private final String wireName;

  CallerKind(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name of the limit in answers. */
  public String wireName() {
    return wireName;
  }
}
