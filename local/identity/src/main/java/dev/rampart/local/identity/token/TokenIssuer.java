package dev.rampart.local.identity.token;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.rampart.local.identity.crypto.Hashes;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.settings.ClientSettings;
import dev.rampart.local.identity.settings.GroupSettings;
import dev.rampart.local.identity.settings.IdentitySettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Signs access and id tokens with the claims that Cognito gives them. */
public final class TokenIssuer {
  private static final int OAUTH_VERSION = 2;

  private final IdentitySettings settings;
  private final String issuer;
  private final SigningKeys keys;
  private final PreTokenGeneration trigger;
  private final InstantSource clock;

  /** Signs for one issuer; {@code trigger} is asked for each user's tokens. */
  public TokenIssuer(
      IdentitySettings settings,
      String issuer,
      SigningKeys keys,
      PreTokenGeneration trigger,
      InstantSource clock) {
    this.settings = settings;
    this.issuer = issuer;
    this.keys = keys;
    this.trigger = trigger;
    this.clock = clock;
  }

  /** Whose tokens are to be signed, for whom, and on what occasion. */
  public record TokenRequest(
      User user, ClientSettings client, Session session, TriggerSource source) {}

  /** Both tokens of a user; whoever answers decides which the client gets. */
  public record Tokens(String access, String id) {}

  /**
   * Signs the tokens of a user who signs in, or refreshes, through the JSON API.
   *
   * @throws TriggerException if the pool's function fails; nothing is issued then
   */
  public Tokens forApi(TokenRequest request) throws TriggerException {
    return sign(request, (_, _) -> {});
  }

  /**
   * Signs the tokens of a user whose client calls the token endpoint. As in Cognito, only there the
   * id token names its access token ({@code at_hash}).
   *
   * @param nonce what the client wants to read back in the id token
   * @throws TriggerException if the pool's function fails; nothing is issued then
   */
  public Tokens forTokenEndpoint(TokenRequest request, Optional<String> nonce)
      throws TriggerException {
    return sign(
        request,
        (id, accessToken) -> {
          id.claim("at_hash", leftHalfHash(accessToken));
          nonce.ifPresent(value -> id.claim("nonce", value));
        });
  }

  /** Adds the claims of an id token that depend on who asked for it. */
  @FunctionalInterface
  private interface IdClaims {
    void add(JWTClaimsSet.Builder id, String accessToken);
  }

  private Tokens sign(TokenRequest request, IdClaims more) throws TriggerException {
    User user = request.user();
    ClientSettings client = request.client();
    Session session = request.session();
    List<String> own = byPrecedence(user.groups());
    TokenOverrides overrides =
        TokenOverrides.of(trigger.generate(TriggerEvent.of(settings.pool(), request, own)));
    List<String> groups = overrides.groups(own);
    String eventId = UUID.randomUUID().toString();
    JWTClaimsSet.Builder access =
        common(session, client.lifetimes().access(), "access", eventId)
            .subject(user.sub())
            .claim("client_id", client.id())
            .claim("username", user.name())
            .claim("scope", String.join(" ", overrides.scopes(session.scopes())));
    if (request.source() == TriggerSource.HOSTED_AUTH || isOauth(session)) {
      access.claim("version", OAUTH_VERSION);
    }
    String accessToken = keys.signAccess(finish(access, groups, overrides.access()));
    JWTClaimsSet.Builder id =
        common(session, client.lifetimes().id(), "id", eventId)
            .subject(user.sub())
            .audience(client.id())
            .claim("cognito:username", user.name());
    more.add(id, accessToken);
    user.attributes().forEach((name, value) -> id.claim(name, typed(name, value)));
    return new Tokens(accessToken, keys.signId(finish(id, groups, overrides.id())));
  }

  /** Signs the access token of a client that acts for itself. */
  public String forClient(ClientSettings client, Set<String> scopes) {
    Instant now = clock.instant();
    return keys.signAccess(
        new JWTClaimsSet.Builder()
            .subject(client.id())
            .claim("token_use", "access")
            .claim("scope", String.join(" ", new TreeSet<>(scopes)))
            .claim("auth_time", now.getEpochSecond())
            .issuer(issuer)
            .expirationTime(Date.from(now.plus(client.lifetimes().access())))
            .issueTime(Date.from(now))
            .claim("version", OAUTH_VERSION)
            .jwtID(UUID.randomUUID().toString())
            .claim("client_id", client.id())
            .build());
  }

  private JWTClaimsSet.Builder common(
      Session session, Duration lifetime, String use, String eventId) {
    Instant now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .claim("origin_jti", session.originJti())
        .claim("event_id", eventId)
        .claim("token_use", use)
        .claim("auth_time", session.authenticated().getEpochSecond())
        .expirationTime(Date.from(now.plus(lifetime)))
        .issueTime(Date.from(now))
        .jwtID(UUID.randomUUID().toString());
  }

  private static JWTClaimsSet finish(
      JWTClaimsSet.Builder claims, List<String> groups, Optional<TokenOverrides.Claims> change) {
    if (!groups.isEmpty()) {
      claims.claim("cognito:groups", groups);
    }
    change.ifPresent(
        wanted -> {
          wanted.set().forEach(claims::claim);
          wanted.leaveOut().forEach(name -> claims.claim(name, null));
        });
    return claims.build();
  }

  private List<String> byPrecedence(List<String> names) {
    return names.stream()
        .flatMap(name -> settings.group(name).stream())
        .sorted(Comparator.comparingInt(group -> group.precedence().orElse(Integer.MAX_VALUE)))
        .map(GroupSettings::name)
        .toList();
  }

  private static boolean isOauth(Session session) {
    return !session.scopes().equals(Set.of(AccessToken.OWN_ACCOUNT));
  }

  private static Object typed(String name, String value) {
    return name.endsWith("_verified") ? (Object) Boolean.valueOf(value) : value;
  }

  private static String leftHalfHash(String accessToken) {
    byte[] hash = Hashes.sha256(accessToken.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(hash, hash.length / 2));
  }
}
