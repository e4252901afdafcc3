package dev.rampart.local.host.stream;

/** A call to DynamoDB Streams that failed; the code is the service's own, or empty. */
final class StreamFault extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  StreamFault(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
