package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.signal.DetectionPoint;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Two letters for each detection point, as the names of attributes count as data. Never reused. */
final class DetectionPointCode {
  static final int LENGTH = 2;

  private static final Map<String, DetectionPoint> BY_CODE =
      Arrays.stream(DetectionPoint.values())
          .collect(Collectors.toUnmodifiableMap(DetectionPointCode::of, Function.identity()));

  private DetectionPointCode() {}

  static String of(DetectionPoint point) {
    return switch (point) {
      case WAF_RULE -> "wr";
      case WAF_RATE -> "wt";
      case WAF_CHALLENGE_FAILED -> "wc";
      case WAF_COUNT_MATCH -> "wm";
      case INJECTION_SQL -> "is";
      case INJECTION_XSS -> "ix";
      case INJECTION_CMD -> "ic";
      case INJECTION_PATH -> "ip";
      case INJECTION_NOSQL -> "in";
      case INJECTION_LDAP -> "il";
      case INJECTION_SSTI -> "it";
      case INJECTION_JNDI -> "ij";
      case INJECTION_XXE -> "ie";
      case INJECTION_SSRF -> "ir";
      case INJECTION_OTHER -> "io";
      case AUTH_FAIL -> "af";
      case TOKEN_INVALID -> "ti";
      case TOKEN_EXPIRED -> "te";
      case TOKEN_FORGED -> "tf";
      case API_KEY_UNKNOWN -> "ku";
      case SCOPE_DENIED -> "sd";
      case OBJECT_FORBIDDEN -> "of";
      case OBJECT_NOT_FOUND -> "on";
      case ROUTE_UNKNOWN -> "ru";
      case SENSITIVE_PATH -> "sp";
      case HONEY_RESOURCE -> "hr";
      case SCHEMA_VIOLATION -> "sv";
      case METHOD_UNKNOWN -> "mu";
      case BODY_TOO_LARGE -> "bl";
      case MASS_ASSIGNMENT -> "ma";
      case THROTTLED -> "th";
      case QUOTA_EXCEEDED -> "qe";
      case AUTH_OK -> "ao";
      case OBJECT_OK -> "oo";
    };
  }

  /**
   * Returns the point of a code that {@link #of} returned.
   *
   * @throws IllegalArgumentException if it never did
   */
  static DetectionPoint point(String code) {
    DetectionPoint point = BY_CODE.get(code);
    if (point == null) {
      throw new IllegalArgumentException("no detection point has the code " + code);
    }
    return point;
  }
}
