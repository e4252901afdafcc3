package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.settings.PasswordPolicy;
import dev.rampart.local.identity.settings.PoolSettings;
import dev.rampart.local.identity.web.Responses;
import dev.rampart.local.protocol.http.HttpResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

  private final PoolSettings pool;
  private final String layout = resource("layout.html");
  private final String style = resource("style.css");

  Pages(PoolSettings pool) {
    this.pool = pool;
  }

  HttpResponse style() {
    return Responses.text(200, "text/css;charset=UTF-8", style)
        .with("Cache-Control", "max-age=3600");
  }

  HttpResponse password(
      LoginTransaction login, LoginTransaction.Stage.Password stage, Optional<String> fault) {
    FormContent content =
        new FormContent(
            "Sign in",
            stage.recovered()
                ? "Your password was changed. Sign in with the new one."
                : "to continue to " + login.request().client().name(),
            Html.format(
                """
                <label for="username">User name</label>
                <input id="username" name="username" autocomplete="username" autocapitalize="none"
                  spellcheck="false" required autofocus maxlength="128">
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="current-password"
                  required maxlength="256">
                """),
            "Sign in",
            pool.recoversByEmail() ? FORGOT_PASSWORD_BUTTON : new Html(""));
    return form(login, content, fault);
  }

  HttpResponse forgottenPassword(LoginTransaction login, Optional<String> fault) {
    FormContent content =
        new FormContent(
            "Choose a new password",
            "If your account has a verified email address, a code is on its way to it. The local"
                + " run sends nothing: it prints the code.",
            Html.format(
                """
                <label for="code">Code from the email</label>
                <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code"
                  maxlength="6" required autofocus>
                %s\
                """,
                newPasswordField("")),
            "Set password");
    return form(login, content, fault);
  }

  HttpResponse oneTimeCode(LoginTransaction login, Optional<String> fault) {
    FormContent content =
        new FormContent("Enter your code", "from your authenticator app", CODE_FIELD, "Continue");
    return form(login, content, fault);
  }

  HttpResponse newPassword(LoginTransaction login, Optional<String> fault) {
    FormContent content =
        new FormContent(
            "Choose a new password",
            "The one you used was for the first sign-in only.",
            newPasswordField("autofocus"),
            "Set password");
    return form(login, content, fault);
  }

  private Html newPasswordField(String focus) {
    return Html.format(
        """
        <label for="new_password">New password</label>
        <input id="new_password" name="new_password" type="password" autocomplete="new-password"
          required %s maxlength="256" aria-describedby="policy">
        <p id="policy" class="hint">%s</p>
        """,
        focus, describe(pool.passwords()));
  }

  HttpResponse setUpToken(
      LoginTransaction login, LoginTransaction.Stage.SetUpToken stage, Optional<String> fault) {
    String label = encoded(pool.name()) + ":" + encoded(stage.name());
    String link =
        "otpauth://totp/" + label + "?secret=" + stage.secret() + "&issuer=" + encoded(pool.name());
    FormContent content =
        new FormContent(
            "Set up your authenticator app",
            "Add this key to the app, then enter the code that it shows.",
            Html.format(
                """
                <p class="key"><a href="%s" title="Open in an app on this device">%s</a></p>
                %s\
                """,
                link, stage.secret().replaceAll("(.{4})(?=.)", "$1 "), CODE_FIELD),
            "Continue");
    return form(login, content, fault);
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

  private static final Html CODE_FIELD =
      new Html(
          """
          <label for="authentication_code">Six-digit code</label>
          <input id="authentication_code" name="authentication_code" inputmode="numeric"
            autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6" required autofocus>
          """);

  /** Goes without what the form requires, and so says nothing about the password. */
  private static final Html FORGOT_PASSWORD_BUTTON =
      Html.format(
          "<button class=\"link\" name=\"%s\" value=\"yes\" formnovalidate>Forgot your"
              + " password?</button>\n",
          FORGOT_PASSWORD);

  /**
   * What tells one form from another.
   *
   * @param lead the line below the title
   * @param otherButton stands below the button that sends the fields; empty if there is no other
   */
  private record FormContent(
      String title, String lead, Html fields, String button, Html otherButton) {
    FormContent(String title, String lead, Html fields, String button) {
      this(title, lead, fields, button, new Html(""));
    }
  }

  private HttpResponse form(LoginTransaction login, FormContent content, Optional<String> fault) {
    Html alert =
        fault
            .map(text -> Html.format("<p class=\"fault\" role=\"alert\">%s</p>\n", text))
            .orElse(new Html(""));
    Html body =
        Html.format(
            """
            <h1>%s</h1>
            <p class="lead">%s</p>
            %s<form method="post" action="/login">
            <input type="hidden" name="transaction" value="%s">
            <input type="hidden" name="_csrf" value="%s">
            %s<button>%s</button>
            %s</form>
            """,
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
    Html body =
        Html.format(
            "<h1>%s</h1>\n<p class=\"lead\">%s</p>\n<p class=\"hint\">%s</p>\n",
            title, message, hint);
    return page(status, title, body, "'none'");
  }

  private HttpResponse page(int status, String title, Html body, String formTargets) {
    Html page = Html.format(layout, title, body);
    String policy =
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
            + "form-action "
            + formTargets;
    return Responses.text(status, "text/html;charset=UTF-8", page.markup())
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

  private static String resource(String name) {
    try (InputStream in = Pages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The page resource " + name + " is missing.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
