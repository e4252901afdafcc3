package dev.rampart.local.identity.hosted;

/** A refusal in the words of OAuth. */
final class OAuthRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String error;

  OAuthRefusal(String error, String message) {
    super(message, null, false, false);
    this.error = error;
  }

  String error() {
    return error;
  }
}
