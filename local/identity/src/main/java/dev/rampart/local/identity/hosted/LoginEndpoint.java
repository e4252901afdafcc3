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
import dev.rampart.local.identity.web.FormRequests;
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
    return switch (reader.read(FormRequests.query(request))) {
      case AuthorizationReader.Result.Shown shown -> pages.error(shown.error(), shown.message());
      case AuthorizationReader.Result.Told told ->
          ClientRedirect.withError(told.redirectUri(), told.state(), told.error(), told.message());
      case AuthorizationReader.Result.Good good -> {
        LoginTransaction login = transactions.begin(good.request());
        yield form(login, Optional.empty()).with("Set-Cookie", cookie(login));
      }
    };
  }

  /** Answers {@code POST}: one step further, or the same form with a reason. */
  HttpResponse submit(HttpRequest request) {
    if (request.isFromAnotherOrigin()) {
      return pages.foreign();
    }
    Form form = FormRequests.form(request);
    String id = form.get("transaction").orElse("");
    Optional<LoginTransaction> found =
        transactions.find(
            id, FormRequests.cookie(request, COOKIE + id).orElse(""), form.get("_csrf").orElse(""));
    if (found.isEmpty()) {
      return pages.expired();
    }
    LoginTransaction login = found.get();
    return switch (login.stage()) {
      case Stage.Password _ when form.get(Pages.FORGOT_PASSWORD).isPresent() ->
          forgottenPassword(login, form);
      case Stage.Password _ -> password(login, form, request.sourceIp());
      case Stage.ForgottenPassword stage -> recover(login, stage, form, request.sourceIp());
      case Stage.NewPassword stage ->
          goOn(stage.sub(), user -> newPassword(login, user, form, request.sourceIp()));
      case Stage.SetUpToken stage ->
          goOn(stage.sub(), user -> setUpToken(login, user, stage, form, request.sourceIp()));
      case Stage.OneTimeCode stage ->
          goOn(stage.sub(), user -> oneTimeCode(login, user, form, request.sourceIp()));
    };
  }

  /** Takes a step with the user whose password was right, unless gone or switched off by now. */
  private HttpResponse goOn(String sub, Function<User, HttpResponse> step) {
    return pool.directory().bySub(sub).filter(User::enabled).map(step).orElseGet(pages::expired);
  }

  private HttpResponse password(LoginTransaction login, Form form, String sourceIp) {
    String name = form.get("username").orElse("");
    SignInLog.Attempt attempt = attempt(login, name, sourceIp);
    PasswordCheck check = pool.credentials().password(name, form.get("password").orElse(""));
    pool.log().passwordChecked(attempt, check);
    boolean hides = login.request().client().hidesUnknownUsers();
    return switch (check) {
      case PasswordCheck.Right right -> next(login, right.user(), false, attempt);
      case PasswordCheck.Wrong _ -> again(login, "Incorrect username or password.");
      case PasswordCheck.Unknown _ ->
          again(login, hides ? "Incorrect username or password." : "User does not exist.");
      case PasswordCheck.LockedOut _ -> again(login, "Password attempts exceeded. Wait a while.");
      case PasswordCheck.Disabled _ -> again(login, "User is disabled.");
      case PasswordCheck.Expired _ ->
          again(login, "The temporary password has expired. Ask an administrator for a new one.");
    };
  }

  private HttpResponse forgottenPassword(LoginTransaction login, Form form) {
    String name = form.get("username").orElse("");
    if (!pool.settings().pool().recoversByEmail()) {
      return again(login, "Ask an administrator for a new password.");
    }
    if (name.isEmpty() || !Directory.canBeName(name)) {
      return again(login, "Enter your user name, and choose “Forgot your password?” again.");
    }
    return pool.recovery().request(name, pool.directory().find(name))
        ? to(login, new Stage.ForgottenPassword(name))
        : again(login, "Too many attempts. Wait an hour.");
  }

  private HttpResponse recover(
      LoginTransaction login, Stage.ForgottenPassword stage, Form form, String sourceIp) {
    try {
      String code = form.get("code").orElse("");
      MailedCodes.Check check =
          pool.recovery().confirm(stage.name(), code, form.get("new_password").orElse(""));
      pool.log().recoveryChecked(attempt(login, stage.name(), sourceIp), check);
      return switch (check) {
        case RIGHT -> to(login, new Stage.Password(true));
        case WRONG -> again(login, "Invalid verification code provided, please try again.");
        case NO_CODE -> again(login, "The code has expired. Start again from your app.");
        case TOO_MANY_ATTEMPTS -> again(login, "Too many attempts. Wait an hour.");
      };
    } catch (AwsError e) {
      return again(login, Objects.toString(e.getMessage()));
    }
  }

  private HttpResponse newPassword(LoginTransaction login, User user, Form form, String sourceIp) {
    try {
      User changed = pool.directory().choosePassword(user, form.get("new_password").orElse(""));
      return next(login, changed, false, attempt(login, user.name(), sourceIp));
    } catch (AwsError e) {
      return again(login, Objects.toString(e.getMessage()));
    }
  }

  private HttpResponse setUpToken(
      LoginTransaction login, User user, Stage.SetUpToken stage, Form form, String sourceIp) {
    String code = form.get("authentication_code").orElse("");
    CodeCheck check = pool.credentials().firstCode(user.name(), stage.secret(), code);
    return afterCode(login, user, check, sourceIp);
  }

  private HttpResponse oneTimeCode(LoginTransaction login, User user, Form form, String sourceIp) {
    String code = form.get("authentication_code").orElse("");
    return afterCode(login, user, pool.credentials().code(user.name(), code), sourceIp);
  }

  private HttpResponse afterCode(
      LoginTransaction login, User user, CodeCheck check, String sourceIp) {
    SignInLog.Attempt attempt = attempt(login, user.name(), sourceIp);
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
      case DONE -> done(login, user, attempt);
    };
  }

  private HttpResponse done(LoginTransaction login, User user, SignInLog.Attempt attempt) {
    if (!transactions.end(login)) {
      return pages.expired();
    }
    AuthorizationRequest wanted = login.request();
    pool.log().signedIn(attempt);
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
    return form(transactions.advance(login.at(stage)), Optional.empty());
  }

  private HttpResponse again(LoginTransaction login, String fault) {
    return form(login, Optional.of(fault));
  }

  private HttpResponse form(LoginTransaction login, Optional<String> fault) {
    return switch (login.stage()) {
      case Stage.Password stage -> pages.password(login, stage, fault);
      case Stage.ForgottenPassword _ -> pages.forgottenPassword(login, fault);
      case Stage.NewPassword _ -> pages.newPassword(login, fault);
      case Stage.SetUpToken stage -> pages.setUpToken(login, stage, fault);
      case Stage.OneTimeCode _ -> pages.oneTimeCode(login, fault);
    };
  }

  private static SignInLog.Attempt attempt(LoginTransaction login, String name, String sourceIp) {
    return new SignInLog.Attempt(name, login.request().client().id(), sourceIp);
  }

  private static String cookie(LoginTransaction login) {
    return COOKIE
        + login.id()
        + "="
        + login.browserSecret()
        + "; Path=/login; HttpOnly; SameSite=Strict; Max-Age="
        + LoginTransactions.LIFETIME.toSeconds();
  }
}
