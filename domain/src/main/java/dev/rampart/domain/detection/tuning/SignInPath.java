package dev.rampart.domain.detection.tuning;

import java.util.List;

/**
 * The pages and endpoints by which people sign in. See <a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-endpoints.html">those
 * of a user pool</a>.
 */
final class SignInPath {
  private static final List<String> PATHS =
      List.of(
          "/login",
          "/logout",
          "/signup",
          "/confirm",
          "/confirmUser",
          "/resendcode",
          "/forgotPassword",
          "/confirmForgotPassword",
          "/confirmforgotPassword",
          "/changePassword",
          "/mfa",
          "/error");
  private static final List<String> BELOW = List.of("/oauth2/", "/saml2/", "/login/", "/passkeys/");

  private SignInPath() {}

  /** Returns whether a family of paths is one of them. */
  static boolean isOne(String family) {
    return PATHS.contains(family) || BELOW.stream().anyMatch(family::startsWith);
  }
}
