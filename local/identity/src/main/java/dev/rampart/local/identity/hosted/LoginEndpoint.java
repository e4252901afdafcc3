package dev.rampart.local.identity.hosted;

import dev.rampart.local.identity.directory.CodeCheck;
import dev.rampart.local.identity.directory.CredentialChecker;
import dev.rampart.local.identity.directory.Directory;
import dev.rampart.local.identity.directory.MailedCodes;
import dev.rampart.local.identity.directory.NextStep;
import dev.rampart.local.identity.directory.PasswordCheck;
import dev.rampart.local.identity.directory.PasswordRecovery;
import dev.rampart.local.identity.directory.SignInLog;
import dev.rampart.local.identity.directory.TotpCode;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.hosted.LoginTransaction.Stage;
import dev.rampart.local.identity.pool.LocalUserPool;
import dev.rampart.local.identity.settings.PoolSettings;
import dev.rampart.local.identity.token.AuthorizationCodes;
import dev.rampart.local.identity.web.Form;
import dev.rampart.local.identity.web.WebReply;
import dev.rampart.local.identity.web.WebRequest;
import dev.rampart.local.protocol.AwsError;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** {@code /login}: password, then whatever else the user has to show or choose, then the code. */
final class LoginEndpoint {
  private static final String COOKIE = "signin-";

  private final PoolSettings settings;
  private final AuthorizationReader reader;
  private final LoginTransactions transactions;
  private final Directory directory;
  private final CredentialChecker credentials;
  private final PasswordRecovery recovery;
  private final AuthorizationCodes codes;
  private final SignInLog log;
  private final Pages pages;

  LoginEndpoint(
      LocalUserPool pool, AuthorizationReader reader, AuthorizationCodes codes, Pages pages) {
    this.settings = pool.settings().pool();
    this.reader = reader;
    this.transactions = new LoginTransactions(pool.clock());
    this.directory = pool.directory();
    this.credentials = pool.credentials();
    this.recovery = pool.recovery();
    this.codes = codes;
    this.log = pool.log();
    this.pages = pages;
  }

  /** Answers {@code GET}: a fresh form. */
  WebReply show(WebRequest request) {
    return switch (reader.read(request.parameters())) {
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
  WebReply submit(WebRequest request) {
    if (request.isFromAnotherOrigin()) {
      return pages.foreign();
    }
    Form form = request.form();
    String id = form.get("transaction").orElse("");
    Optional<LoginTransaction> found =
        transactions.find(id, request.cookie(COOKIE + id).orElse(""), form.get("_csrf").orElse(""));
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
  private WebReply goOn(String sub, Function<User, WebReply> step) {
    return directory.bySub(sub).filter(User::enabled).map(step).orElseGet(pages::expired);
  }

  private WebReply password(LoginTransaction login, Form form, String sourceIp) {
    String name = form.get("username").orElse("");
    SignInLog.Attempt attempt = attempt(login, name, sourceIp);
    PasswordCheck check = credentials.password(name, form.get("password").orElse(""));
    log.passwordChecked(attempt, check);
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

  private WebReply forgottenPassword(LoginTransaction login, Form form) {
    String name = form.get("username").orElse("");
    if (!settings.recoversByEmail()) {
      return again(login, "Ask an administrator for a new password.");
    }
    if (name.isEmpty() || !Directory.canBeName(name)) {
      return again(login, "Enter your user name, and choose “Forgot your password?” again.");
    }
    return recovery.request(name, directory.find(name))
        ? to(login, new Stage.ForgottenPassword(name))
        : again(login, "Too many attempts. Wait an hour.");
  }

  private WebReply recover(
      LoginTransaction login, Stage.ForgottenPassword stage, Form form, String sourceIp) {
    try {
      String code = form.get("code").orElse("");
      MailedCodes.Check check =
          recovery.confirm(stage.name(), code, form.get("new_password").orElse(""));
      log.recoveryChecked(attempt(login, stage.name(), sourceIp), check);
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

  private WebReply newPassword(LoginTransaction login, User user, Form form, String sourceIp) {
    try {
      User changed = directory.choosePassword(user, form.get("new_password").orElse(""));
      return next(login, changed, false, attempt(login, user.name(), sourceIp));
    } catch (AwsError e) {
      return again(login, Objects.toString(e.getMessage()));
    }
  }

  private WebReply setUpToken(
      LoginTransaction login, User user, Stage.SetUpToken stage, Form form, String sourceIp) {
    String code = form.get("authentication_code").orElse("");
    CodeCheck check = credentials.firstCode(user.name(), stage.secret(), code);
    return afterCode(login, user, check, sourceIp);
  }

  private WebReply oneTimeCode(LoginTransaction login, User user, Form form, String sourceIp) {
    String code = form.get("authentication_code").orElse("");
    return afterCode(login, user, credentials.code(user.name(), code), sourceIp);
  }

  private WebReply afterCode(LoginTransaction login, User user, CodeCheck check, String sourceIp) {
    SignInLog.Attempt attempt = attempt(login, user.name(), sourceIp);
    log.codeChecked(attempt, check);
    return switch (check) {
      case RIGHT -> next(login, user, true, attempt);
      case WRONG -> again(login, "Invalid code received for user.");
      case USED -> again(login, "Your software token has already been used once.");
      case LOCKED_OUT -> again(login, "Too many wrong codes. Wait a while.");
    };
  }

  private WebReply next(
      LoginTransaction login, User user, boolean codeGiven, SignInLog.Attempt attempt) {
    return switch (NextStep.of(user, settings.softwareToken(), codeGiven)) {
      case NEW_PASSWORD -> to(login, new Stage.NewPassword(user.sub()));
      case SET_UP_TOKEN ->
          to(login, new Stage.SetUpToken(user.sub(), user.name(), TotpCode.newSecret()));
      case ONE_TIME_CODE -> to(login, new Stage.OneTimeCode(user.sub()));
      case DONE -> done(login, user, attempt);
    };
  }

  private WebReply done(LoginTransaction login, User user, SignInLog.Attempt attempt) {
    if (!transactions.end(login)) {
      return pages.expired();
    }
    AuthorizationRequest wanted = login.request();
    log.signedIn(attempt);
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

  private WebReply to(LoginTransaction login, Stage stage) {
    return form(transactions.advance(login.at(stage)), Optional.empty());
  }

  private WebReply again(LoginTransaction login, String fault) {
    return form(login, Optional.of(fault));
  }

  private WebReply form(LoginTransaction login, Optional<String> fault) {
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
