package dev.rampart.local.identity.directory;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One person in the pool.
 *
 * @param sub the id that never changes
 * @param attributes without {@code sub}; for example {@code email}. An empty one is none
 * @param password empty until one is set
 * @param groups in the order in which they were joined
 */
public record User(
    String name,
    String sub,
    Map<String, String> attributes,
    boolean enabled,
    Status status,
    Optional<Password> password,
    Optional<SoftwareToken> token,
    List<String> groups,
    Instant created,
    Instant modified) {

  /** Whether the password is the user's own. */
  public enum Status {
    CONFIRMED,
    FORCE_CHANGE_PASSWORD
  }

  /**
   * An authenticator app.
   *
   * @param verified whether the user has shown one good code
   * @param lastStep the time step of the code that was accepted last
   */
  public record SoftwareToken(String secret, boolean verified, long lastStep) {
    @Override
    public String toString() {
      return "SoftwareToken[***]";
    }
  }

  public User {
    attributes = new HashMap<>(attributes);
    attributes.values().removeIf(String::isEmpty);
    attributes = Map.copyOf(attributes);
    groups = List.copyOf(groups);
  }

  /** Returns whether one-time codes can be asked of the user. */
  @JsonIgnore
  public boolean hasToken() {
    return token.filter(SoftwareToken::verified).isPresent();
  }

  /** Returns the email address, if the user is known to read it. */
  @JsonIgnore
  public Optional<String> verifiedEmail() {
    return Optional.ofNullable(attributes.get("email"))
        .filter(_ -> attributes.getOrDefault("email_verified", "").equals("true"));
  }

  /** Returns whether the next sign-in has to set a new password. */
  @JsonIgnore
  public boolean mustChangePassword() {
    return status == Status.FORCE_CHANGE_PASSWORD;
  }

  User loadedAs(String newName, Map<String, String> newAttributes) {
    return new User(
        newName, sub, newAttributes, enabled, status, password, token, groups, created, modified);
  }

  User withAttributes(Map<String, String> more) {
    Map<String, String> merged = new HashMap<>(attributes);
    if (more.containsKey("email") && !more.get("email").equals(attributes.get("email"))) {
      // Nobody has shown that the new address is the user's.
      merged.replace("email_verified", "false");
    }
    merged.putAll(more);
    return new User(name, sub, merged, enabled, status, password, token, groups, created, modified);
  }

  /** Returns the user with a verified address; the same user if the address is another by now. */
  User withVerifiedEmail(String address) {
    return address.equals(attributes.get("email"))
        ? withAttributes(Map.of("email_verified", "true"))
        : this;
  }

  User withEnabled(boolean on) {
    return new User(name, sub, attributes, on, status, password, token, groups, created, modified);
  }

  User withPassword(Password other) {
    Status now =
        other.temporaryUntil().isPresent() ? Status.FORCE_CHANGE_PASSWORD : Status.CONFIRMED;
    return new User(
        name, sub, attributes, enabled, now, Optional.of(other), token, groups, created, modified);
  }

  User withToken(Optional<SoftwareToken> other) {
    return new User(
        name, sub, attributes, enabled, status, password, other, groups, created, modified);
  }

  User withGroup(String group, boolean member) {
    List<String> joined = new ArrayList<>(groups);
    joined.remove(group);
    if (member) {
      joined.add(group);
    }
    return new User(
        name, sub, attributes, enabled, status, password, token, joined, created, modified);
  }

  User modifiedAt(Instant at) {
    return new User(name, sub, attributes, enabled, status, password, token, groups, created, at);
  }
}
