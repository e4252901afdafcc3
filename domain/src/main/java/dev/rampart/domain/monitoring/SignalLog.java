package dev.rampart.domain.monitoring;

/** The logs that signals come from. One that stays silent while others do not may have broken. */
public enum SignalLog {
  FIREWALL("firewall"),
  GATEWAY("gateway"),
  SIGN_IN("signIn"),
  API("api"),
  SECURITY("security"),
  MONITORING("monitoring");

  private final String wireName;

  SignalLog(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in answers. */
  public String wireName() {
    return wireName;
  }
}
