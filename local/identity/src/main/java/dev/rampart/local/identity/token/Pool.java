package dev.rampart.local.identity.token;

import dev.rampart.local.identity.directory.Credentials;
import dev.rampart.local.identity.directory.Directory;
import dev.rampart.local.identity.directory.Email;
import dev.rampart.local.identity.directory.EmailVerification;
import dev.rampart.local.identity.directory.PasswordRecovery;
import dev.rampart.local.identity.directory.SignInLog;
import dev.rampart.local.identity.directory.SignInOutcome;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.store.Vault;
import java.time.InstantSource;
import java.util.function.Consumer;

/** A running pool: its settings, people, sign-ins and tokens. */
public record Pool(
    IdentitySettings settings,
    String issuer,
    InstantSource clock,
    Directory directory,
    Credentials credentials,
    PasswordRecovery recovery,
    EmailVerification emailVerification,
    SignInLog log,
    Sessions sessions,
    SigningKeys keys,
    TokenIssuer tokenIssuer,
    AccessTokens accessTokens) {

  /** Puts a pool together from what is in the vault. */
  public static Pool open(
      IdentitySettings settings,
      String issuer,
      Vault vault,
      InstantSource clock,
      PreTokenGeneration trigger,
      Consumer<SignInOutcome> signIns,
      Consumer<Email> mail) {
    Directory directory = new Directory(settings, vault, clock);
    Sessions sessions = new Sessions(vault, clock);
    SigningKeys keys = SigningKeys.in(vault);
    return new Pool(
        settings,
        issuer,
        clock,
        directory,
        new Credentials(directory, clock),
        new PasswordRecovery(directory, clock, mail),
        new EmailVerification(directory, clock, mail),
        new SignInLog(directory, clock, vault, signIns),
        sessions,
        keys,
        new TokenIssuer(settings, issuer, keys, trigger, clock),
        new AccessTokens(issuer, keys, sessions, clock));
  }
}
