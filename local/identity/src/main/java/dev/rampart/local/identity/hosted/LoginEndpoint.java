package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.crypto.TotpCode;
import dev.rampart.local.identity.directory.CodeCheck;
import dev.rampart.local.identity.directory.Directory;
import dev.rampart.local.identity.directory.MailedCodes;
import dev.rampart.local.identity.directory.NextStep;
import dev.rampart.local.identity.directory.PasswordCheck;
import dev.rampart.local.identity.directory.SignInLog;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.hosted.LoginTransaction.Stage;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.token.AuthorizationCodes;
import dev.rampart.local.identity.web.Form;
import dev.rampart.local.identity.web.WebRequests;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.http.HttpRequest;
import dev.rampart.local.protocol.http.HttpResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** {@code /login}: password, then whatever else the user has to show or choose, then the code. */
record LoginEndpoint(
    LocalUserPool pool,
    AuthorizationReader reader,
    LoginTransactions transactions,
    AuthorizationCodes codes,
    Pages pages) {
  private static final String COOKIE = "signin-";

  /** Answers {@code GET}: a fresh form. */
  HttpResponse show(HttpRequest request) {
    return reader.answer(WebRequests.query(request), this::begin);
  }

  private HttpResponse begin(AuthorizationRequest wanted) {
    LoginTransaction login = transactions.begin(wanted);
    return pages.form(login, Optional.empty()).with("Set-Cookie", cookie(login));
  }

  /** Answers {@code POST}: one step further, or the same form with a reason. */
  HttpResponse submit(HttpRequest request) {
    if (request.isFromAnotherOrigin()) {
      return pages.foreign();
    }
    Form form = WebRequests.form(request);
    String id = form.get("transaction").orElse("");
    Optional<LoginTransaction> found =
        transactions.find(
            id, WebRequests.cookie(request, COOKIE + id).orElse(""), form.get("_csrf").orElse(""));
    if (found.isEmpty()) {
      return pages.expired();
    }
    Submission submission = new Submission(found.get(), form, request.sourceIp());
    try {
      return step(submission);
    } catch (AwsError e) {
      return again(found.get(), Objects.toString(e.getMessage()));
    }
  }

  /** A form of a sign-in under way, as a browser sent it. */
  private record Submission(LoginTransaction login, Form form, String sourceIp) {
    String text(String field) {
      return form.get(field).orElse("");
    }

    SignInLog.Attempt attemptOf(String name) {
      return new SignInLog.Attempt(name, login.request().client().id(), sourceIp);
    }
  }

  private HttpResponse step(Submission submission) {
    LoginTransaction login = submission.login();
    return switch (login.stage()) {
      case Stage.Password _ when !submission.text(Pages.FORGOT_PASSWORD).isEmpty() ->
          forgottenPassword(submission);
      case Stage.Password _ -> password(submission);
      case Stage.ForgottenPassword stage -> recover(submission, stage);
      case Stage.NewPassword stage -> goOn(stage.sub(), user -> newPassword(submission, user));
      case Stage.SetUpToken stage ->
          goOn(stage.sub(), user -> setUpToken(submission, user, stage.secret()));
      case Stage.OneTimeCode stage -> goOn(stage.sub(), user -> oneTimeCode(submission, user));
    };
  }

  /** Takes a step with the user whose password was right, unless gone or switched off by now. */
  private HttpResponse goOn(String sub, Function<User, HttpResponse> step) {
    return pool.directory().bySub(sub).filter(User::enabled).map(step).orElseGet(pages::expired);
  }

  private HttpResponse password(Submission submission) {
    LoginTransaction login = submission.login();
    String name = submission.text("username");
    PasswordCheck check = pool.credentials().password(name, submission.text("password"));
    pool.log().passwordChecked(submission.attemptOf(name), check);
    boolean hides = login.request().client().hidesUnknownUsers();
    return switch (check) {
      case PasswordCheck.Right right ->
          next(login, right.user(), false, submission.attemptOf(name));
      case PasswordCheck.Wrong _ -> again(login, "Incorrect username or password.");
      case PasswordCheck.Unknown _ ->
          again(login, hides ? "Incorrect username or password." : "User does not exist.");
      case PasswordCheck.LockedOut _ -> again(login, "Password attempts exceeded. Wait a while.");
      case PasswordCheck.Disabled _ -> again(login, "User is disabled.");
      case PasswordCheck.Expired _ ->
          again(login, "The temporary password has expired. Ask an administrator for a new one.");
    };
  }

  private HttpResponse forgottenPassword(Submission submission) {
    LoginTransaction login = submission.login();
    String name = submission.text("username");
    if (!pool.settings().pool().recoversByEmail()) {
      return again(login, "Ask an administrator for a new password.");
    }
    if (name.isEmpty() || !Directory.canBeName(name)) {
      return again(login, "Enter your user name, and choose “Forgot your password?” again.");
    }
    boolean accepted = pool.recovery().request(name, pool.directory().find(name));
    pool.log().recoveryRequested(submission.attemptOf(name), accepted);
    return accepted
        ? to(login, new Stage.ForgottenPassword(name))
        : again(login, "Too many attempts. Wait an hour.");
  }

  private HttpResponse recover(Submission submission, Stage.ForgottenPassword stage) {
    LoginTransaction login = submission.login();
    MailedCodes.Check check =
        pool.recovery()
            .confirm(stage.name(), submission.text("code"), submission.text("new_password"));
    pool.log().recoveryChecked(submission.attemptOf(stage.name()), check);
    return switch (check) {
      case RIGHT -> to(login, new Stage.Password(true));
      case WRONG -> again(login, "Invalid verification code provided, please try again.");
      case NO_CODE -> again(login, "The code has expired. Start again from your app.");
      case TOO_MANY_ATTEMPTS -> again(login, "Too many attempts. Wait an hour.");
    };
  }

  private HttpResponse newPassword(Submission submission, User user) {
    User changed = pool.directory().choosePassword(user, submission.text("new_password"));
    return next(submission.login(), changed, false, submission.attemptOf(user.name()));
  }

  private HttpResponse setUpToken(Submission submission, User user, String secret) {
    String code = submission.text("authentication_code");
    return afterCode(submission, user, pool.credentials().firstCode(user.name(), secret, code));
  }

  private HttpResponse oneTimeCode(Submission submission, User user) {
    String code = submission.text("authentication_code");
    return afterCode(submission, user, pool.credentials().code(user.name(), code));
  }

  private HttpResponse afterCode(Submission submission, User user, CodeCheck check) {
    LoginTransaction login = submission.login();
    SignInLog.Attempt attempt = submission.attemptOf(user.name());
    pool.log().codeChecked(attempt, check);
    return switch (check) {
      case RIGHT -> next(login, user, true, attempt);
      case WRONG -> again(login, "Invalid code received for user.");
      case USED -> again(login, "Your software token has already been used once.");
      case LOCKED_OUT -> again(login, "Too many wrong codes. Wait a while.");
    };
  }

  private HttpResponse next(
      LoginTransaction login, User user, boolean codeGiven, SignInLog.Attempt attempt) {
    return switch (NextStep.of(user, pool.settings().pool().softwareToken(), codeGiven)) {
      case NEW_PASSWORD -> to(login, new Stage.NewPassword(user.sub()));
      case SET_UP_TOKEN ->
          to(login, new Stage.SetUpToken(user.sub(), user.name(), TotpCode.newSecret()));
      case ONE_TIME_CODE -> to(login, new Stage.OneTimeCode(user.sub()));
      case DONE -> done(login, user, codeGiven, attempt);
    };
  }

  private HttpResponse done(
      LoginTransaction login, User user, boolean codeGiven, SignInLog.Attempt attempt) {
    if (!transactions.end(login)) {
      return pages.expired();
    }
    AuthorizationRequest wanted = login.request();
    pool.log().signedIn(attempt, codeGiven);
    String code =
        codes.issue(
            new AuthorizationCodes.Grant(
                wanted.client().id(),
                wanted.redirectUri(),
                user.sub(),
                wanted.scopes(),
                wanted.challenge(),
                wanted.nonce()));
    return ClientRedirect.withCode(wanted, code);
  }

  private HttpResponse to(LoginTransaction login, Stage stage) {
    return pages.form(transactions.advance(login.at(stage)), Optional.empty());
  }

  private HttpResponse again(LoginTransaction login, String fault) {
    return pages.form(login, Optional.of(fault));
  }

  private static String cookie(LoginTransaction login) {
    return "%s%s=%s; Path=/login; HttpOnly; SameSite=Strict; Max-Age=%d"
        .formatted(
            COOKIE, login.id(), login.browserSecret(), LoginTransactions.LIFETIME.toSeconds());
  }
}
