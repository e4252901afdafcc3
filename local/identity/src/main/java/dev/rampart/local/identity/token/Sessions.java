package dev.rampart.local.identity.token;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rampart.local.identity.directory.RandomText;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.store.Document;
import dev.rampart.local.identity.store.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** The sign-ins and their refresh tokens, of which only hashes are kept. */
public final class Sessions {
  private static final int TOKEN_BYTES = 48;

  /** An access token may outlive its session by this long, and is still looked up. */
  private static final Duration KEPT_AFTER_END = Duration.ofDays(1);

  private final InstantSource clock;
  private final Document<Kept> document;
  private final Map<String, Session> sessions = new HashMap<>();
  private final Map<String, RefreshToken> tokens = new HashMap<>();

  /** A sign-in that has just begun. */
  public record Opened(Session session, String refreshToken) {}

  record RefreshToken(String hash, String originJti, Optional<Instant> worksUntil) {
    /** A second use within the grace does not make the grace longer. */
    RefreshToken endingAt(Instant end) {
      return new RefreshToken(hash, originJti, worksUntil.or(() -> Optional.of(end)));
    }
  }

  record Kept(List<Session> sessions, List<RefreshToken> tokens) {}

  /** Reads the sign-ins that are kept. */
  public Sessions(Vault vault, InstantSource clock) {
    this.clock = clock;
    this.document = new Document<>(vault, "sessions.json", new TypeReference<>() {});
    document.read().ifPresent(this::load);
  }

  /** Begins a session. */
  public synchronized Opened open(ClientSettings client, User user, Set<String> scopes) {
    Instant now = clock.instant();
    forgetOld(now);
    Session session =
        new Session(
            UUID.randomUUID().toString(),
            client.id(),
            user.sub(),
            scopes,
            now,
            now.plus(client.lifetimes().refresh()),
            false);
    sessions.put(session.originJti(), session);
    return new Opened(session, newToken(session));
  }

  /** Returns the open session of a refresh token that was given to a client. */
  public synchronized Optional<Session> find(String refreshToken, String clientId) {
    Instant now = clock.instant();
    return Optional.ofNullable(tokens.get(hash(refreshToken)))
        .filter(token -> token.worksUntil().filter(end -> !now.isBefore(end)).isEmpty())
        .map(token -> sessions.get(token.originJti()))
        .filter(session -> session.clientId().equals(clientId) && session.isOpenAt(now));
  }

  /** Says whether a refresh token was replaced, and its time of grace is over. */
  public synchronized boolean hasRotatedAway(String refreshToken) {
    return Optional.ofNullable(tokens.get(hash(refreshToken)))
        .flatMap(RefreshToken::worksUntil)
        .filter(end -> !clock.instant().isBefore(end))
        .isPresent();
  }

  /**
   * Replaces a refresh token; empty where somebody else has just used it up.
   *
   * @param grace how long the old one keeps working, for a client that lost the answer
   */
  public synchronized Optional<String> rotate(String old, String clientId, Duration grace) {
    Optional<Session> session = find(old, clientId);
    Instant end = clock.instant().plus(grace);
    session.ifPresent(_ -> tokens.computeIfPresent(hash(old), (_, token) -> token.endingAt(end)));
    return session.map(this::newToken);
  }

  /** Ends a session: its refresh tokens stop working, its access tokens are no longer honoured. */
  public synchronized void revoke(String originJti) {
    revokeWhere(session -> session.originJti().equals(originJti));
  }

  /** Ends every session of a user. */
  public synchronized void revokeAll(String sub) {
    revokeWhere(session -> session.sub().equals(sub));
  }

  /** Says whether tokens of a session are still honoured by the pool itself. */
  public synchronized boolean honours(String originJti) {
    return Optional.ofNullable(sessions.get(originJti)).filter(s -> !s.revoked()).isPresent();
  }

  private void revokeWhere(Predicate<Session> which) {
    sessions.replaceAll((_, session) -> which.test(session) ? session.asRevoked() : session);
    keep();
  }

  private String newToken(Session session) {
    String text = RandomText.of(TOKEN_BYTES);
    tokens.put(hash(text), new RefreshToken(hash(text), session.originJti(), Optional.empty()));
    keep();
    return text;
  }

  private void forgetOld(Instant now) {
    sessions.values().removeIf(s -> now.isAfter(s.expires().plus(KEPT_AFTER_END)));
    tokens.values().removeIf(token -> !sessions.containsKey(token.originJti()));
  }

  private void load(Kept kept) {
    kept.sessions().forEach(session -> sessions.put(session.originJti(), session));
    kept.tokens().forEach(token -> tokens.put(token.hash(), token));
  }

  private void keep() {
    document.write(new Kept(List.copyOf(sessions.values()), List.copyOf(tokens.values())));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
