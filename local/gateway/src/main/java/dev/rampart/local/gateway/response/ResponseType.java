package dev.rampart.local.gateway.response;

import java.util.Arrays;
import java.util.Optional;

/** The gateway responses of API Gateway that the local gateway gives, with AWS's status of each. */
public enum ResponseType {
  ACCESS_DENIED(403),
  API_CONFIGURATION_ERROR(500),
  AUTHORIZER_FAILURE(500),
  BAD_REQUEST_BODY(400),
  BAD_REQUEST_PARAMETERS(400),
  DEFAULT_4XX(400),
  DEFAULT_5XX(500),
  INTEGRATION_FAILURE(504),
  INTEGRATION_TIMEOUT(504),
  INVALID_API_KEY(403),
  MISSING_AUTHENTICATION_TOKEN(403),
  QUOTA_EXCEEDED(429),
  REQUEST_TOO_LARGE(413),
  THROTTLED(429),
  UNAUTHORIZED(401),
  UNSUPPORTED_MEDIA_TYPE(415),
  WAF_FILTERED(403);

  private final int status;

  ResponseType(int status) {
    this.status = status;
  }

  /** Returns the type of this name; empty if it is none that is given here. */
  static Optional<ResponseType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }

  int status() {
    return status;
  }
}
