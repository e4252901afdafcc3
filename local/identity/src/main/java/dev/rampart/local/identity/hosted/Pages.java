package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.hosted.LoginTransaction.Stage;
import dev.rampart.local.identity.settings.PasswordPolicy;
import dev.rampart.local.identity.settings.PoolSettings;
import dev.rampart.local.identity.web.WebResponses;
import dev.rampart.local.protocol.http.HttpResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The pages that a person sees. They work without scripts, and nothing else may frame them. */
final class Pages {
  /** The button of the sign-in form for who does not know the password. */
  static final String FORGOT_PASSWORD = "forgot_password";

  static final String STYLE_PATH = "/assets/style.css";
  private static final Html NONE = new Html("");
  private static final Html CODE_FIELD = Html.resource("one-time-code.html");

  /** Goes without what the form requires, and so says nothing about the password. */
  private static final Html FORGOT_PASSWORD_BUTTON =
      Html.format(
          "<button class=\"link\" name=\"%s\" value=\"yes\" formnovalidate>Forgot your"
              + " password?</button>\n",
          FORGOT_PASSWORD);

  private final PoolSettings pool;
  private final String style = Html.resource("style.css").markup();

  Pages(PoolSettings pool) {
    this.pool = pool;
  }

  HttpResponse style() {
    return WebResponses.text(200, "text/css;charset=UTF-8", style)
        .with("Cache-Control", "max-age=3600");
  }

  /** Returns the form of the stage that a sign-in has come to. */
  HttpResponse form(LoginTransaction login, Optional<String> fault) {
    return form(login, content(login), fault);
  }

  private FormContent content(LoginTransaction login) {
    return switch (login.stage()) {
      case Stage.Password stage ->
          new FormContent(
              "Sign in",
              stage.recovered()
                  ? "Your password was changed. Sign in with the new one."
                  : "to continue to " + login.request().client().name(),
              Html.resource("password.html"),
              "Sign in",
              pool.recoversByEmail() ? FORGOT_PASSWORD_BUTTON : NONE);
      case Stage.ForgottenPassword _ ->
          new FormContent(
              "Choose a new password",
              "If your account has a verified email address, a code is on its way to it. The local"
                  + " run sends nothing: it prints the code.",
              Html.resource("forgotten-password.html", newPasswordField("")),
              "Set password",
              NONE);
      case Stage.NewPassword _ ->
          new FormContent(
              "Choose a new password",
              "The one you used was for the first sign-in only.",
              newPasswordField("autofocus"),
              "Set password",
              NONE);
      case Stage.SetUpToken stage ->
          new FormContent(
              "Set up your authenticator app",
              "Add this key to the app, then enter the code that it shows.",
              Html.resource(
                  "set-up-token.html",
                  link(stage),
                  stage.secret().replaceAll("(.{4})(?=.)", "$1 "),
                  CODE_FIELD),
              "Continue",
              NONE);
      case Stage.OneTimeCode _ ->
          new FormContent(
              "Enter your code", "from your authenticator app", CODE_FIELD, "Continue", NONE);
    };
  }

  private Html newPasswordField(String focus) {
    return Html.resource("new-password.html", focus, describe(pool.passwords()));
  }

  /** Returns a link that authenticator apps open. */
  private String link(Stage.SetUpToken stage) {
    String issuer = encoded(pool.name());
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(issuer, encoded(stage.name()), stage.secret(), issuer);
  }

  HttpResponse error(String code, String message) {
    return message(400, "This request cannot be answered", message, "Error: " + code);
  }

  /** For a form that came too late, twice, or from somewhere else. */
  HttpResponse expired() {
    return message(
        400,
        "This sign-in has ended",
        "Go back to the app that sent you here, and start again.",
        "Forms work once, for a few minutes, in the browser that opened them.");
  }

  /** For a form that a page of another origin sent. */
  HttpResponse foreign() {
    return message(
        403,
        "This form was sent by another site",
        "Only the sign-in page itself may send it. Go back to the app, and start again.",
        "If you did not just sign in, close the page that you came from.");
  }

  /**
   * What tells one form from another.
   *
   * @param lead the line below the title
   * @param otherButton stands below the button that sends the fields; empty if there is no other
   */
  private record FormContent(
      String title, String lead, Html fields, String button, Html otherButton) {}

  private HttpResponse form(LoginTransaction login, FormContent content, Optional<String> fault) {
    Html alert =
        fault
            .map(text -> Html.format("<p class=\"fault\" role=\"alert\">%s</p>\n", text))
            .orElse(NONE);
    Html body =
        Html.resource(
            "form.html",
            content.title(),
            content.lead(),
            alert,
            login.id(),
            login.csrf(),
            content.fields(),
            content.button(),
            content.otherButton());
    // A browser counts the way back to the client as a target of the form, too.
    String targets = "'self' " + login.request().redirectOrigin();
    return page(fault.isPresent() ? 400 : 200, content.title(), body, targets);
  }

  private HttpResponse message(int status, String title, String message, String hint) {
    return page(status, title, Html.resource("message.html", title, message, hint), "'none'");
  }

  private HttpResponse page(int status, String title, Html body, String formTargets) {
    Html page = Html.resource("layout.html", title, pool.name(), body);
    String policy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "form-action "
            + formTargets;
    return WebResponses.text(status, "text/html;charset=UTF-8", page.markup())
        .with("Content-Security-Policy", policy)
        .with("X-Frame-Options", "DENY")
        .with("Referrer-Policy", "same-origin");
  }

  private static String describe(PasswordPolicy policy) {
    List<String> parts = new ArrayList<>();
    parts.add("at least " + policy.lengthMin() + " characters");
    if (policy.uppercase()) {
      parts.add("an upper-case letter");
    }
    if (policy.lowercase()) {
      parts.add("a lower-case letter");
    }
    if (policy.numbers()) {
      parts.add("a digit");
    }
    if (policy.symbols()) {
      parts.add("a symbol");
    }
    return "Use " + String.join(", ", parts) + ".";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
