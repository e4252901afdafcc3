package dev.rampart.local.identity.token;

/** What led to the tokens, as the trigger is told. */
public enum TriggerSource {
  HOSTED_AUTH("TokenGeneration_HostedAuth"),
  AUTHENTICATION("TokenGeneration_Authentication"),
  NEW_PASSWORD("TokenGeneration_NewPasswordChallenge"),
  REFRESH("TokenGeneration_RefreshTokens");

  private final String wireName;

  TriggerSource(String wireName) {
    this.wireName = wireName;
  }

  String wireName() {
    return wireName;
  }
}
