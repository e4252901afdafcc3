package dev.rampart.local.protocol;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A refusal in the words of the service: AWS's error code, its message, and an HTTP status. */
public final class AwsError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient ObjectNode members;

  /** A refusal with status 400. */
  public AwsError(String code, String message) {
    this(400, code, message);
  }

  public AwsError(int status, String code, String message) {
    this(status, code, message, JsonNodeFactory.instance.objectNode());
  }

  /** A refusal whose document has more members than type and message. */
  public AwsError(int status, String code, String message, ObjectNode members) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
    this.members = members;
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  ObjectNode members() {
    return members;
  }
}
