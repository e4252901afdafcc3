package dev.rampart.local.identity.pool;

import dev.rampart.local.identity.directory.CredentialChecker;
import dev.rampart.local.identity.directory.Directory;
import dev.rampart.local.identity.directory.EmailVerification;
import dev.rampart.local.identity.directory.PasswordRecovery;
import dev.rampart.local.identity.directory.SignInLog;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.token.AccessTokenVerifier;
import dev.rampart.local.identity.token.Sessions;
import dev.rampart.local.identity.token.SigningKeys;
import dev.rampart.local.identity.token.TokenIssuer;
import java.time.InstantSource;

/** A running user pool: its settings, users, sign-ins and tokens. */
public record LocalUserPool(
    IdentitySettings settings,
    String issuer,
    InstantSource clock,
    Directory directory,
    CredentialChecker credentials,
    PasswordRecovery recovery,
    EmailVerification emailVerification,
    SignInLog log,
    Sessions sessions,
    SigningKeys keys,
    TokenIssuer tokenIssuer,
    AccessTokenVerifier accessTokens) {

  /** Puts a pool together from what is in the store of its environment. */
  public static LocalUserPool open(
      IdentitySettings settings, String issuer, PoolEnvironment environment) {
    BlobStore store = environment.store();
    InstantSource clock = environment.clock();
    Directory directory = new Directory(settings, store, clock);
    Sessions sessions = new Sessions(store, clock);
    SigningKeys keys = environment.keys();
    return new LocalUserPool(
        settings,
        issuer,
        clock,
        directory,
        new CredentialChecker(directory, clock),
        new PasswordRecovery(directory, clock, environment.mail()),
        new EmailVerification(directory, clock, environment.mail()),
        new SignInLog(
            directory, settings.pool().softwareToken(), clock, store, environment.signIns()),
        sessions,
        keys,
        new TokenIssuer(settings, issuer, keys, environment.preTokenGeneration(), clock),
        new AccessTokenVerifier(issuer, keys, sessions, clock));
  }
}
