package dev.rampart.local.identity.directory;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rampart.local.identity.crypto.Srp;
import dev.rampart.local.identity.crypto.SrpVerifier;
import dev.rampart.local.identity.crypto.TotpCode;
import dev.rampart.local.identity.directory.User.Status;
import dev.rampart.local.identity.settings.ClientSettings.SignInFlow;
import dev.rampart.local.identity.settings.IdentitySettings;
import dev.rampart.local.identity.store.BlobStore;
import dev.rampart.local.identity.store.JsonDocument;
import dev.rampart.local.protocol.AwsError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The users of the pool. Every change is kept before it is answered. */
public final class Directory {
  /** What a name may have at most, in UTF-16 units: Cognito's own limit. */
  private static final int NAME_LENGTH_MAX = 128;

  /** What is kept of a user stays below 10 KB, and so all users below 100 MB. */
  private static final int USERS_MAX = 10_000;

  /** What an attribute may have at most, in UTF-16 units: Cognito's own limit. */
  private static final int ATTRIBUTE_LENGTH_MAX = 2_048;

  private static final String EMAIL = "email";

  private final IdentitySettings settings;
  private final InstantSource clock;
  private final PasswordHasher hasher;
  private final boolean usesSrp;
  private final UnknownUsers unknownUsers;
  private final JsonDocument<Collection<User>> document;
  private final Map<String, User> users = new TreeMap<>();

  /** Reads the users that are kept. */
  public Directory(IdentitySettings settings, BlobStore store, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.hasher = new PasswordHasher(store.isDurable());
    this.usesSrp =
        settings.clients().stream().anyMatch(c -> c.flows().contains(SignInFlow.USER_SRP));
    this.unknownUsers = new UnknownUsers(store);
    this.document = new JsonDocument<>(store, "users.json", new TypeReference<>() {});
    document.read().ifPresent(kept -> kept.forEach(this::load));
  }

  /** Brings a user whom an earlier version kept to what this one keeps. */
  private void load(User kept) {
    String name = key(kept.name());
    Map<String, String> attributes = inPoolCase(kept.attributes());
    if (!isAddress(attributes.getOrDefault(EMAIL, ""))) {
      attributes.keySet().removeAll(Set.of(EMAIL, "email_verified"));
    }
    users.put(name, kept.loadedAs(name, attributes));
  }

  /**
   * Returns the form of a name under which a user is found and shown. As in Cognito, a pool that
   * takes two spellings for one user knows only the one in lower case.
   */
  public String key(String name) {
    return settings.pool().namesCaseSensitive() ? name : name.toLowerCase(Locale.ROOT);
  }

  /** Returns whether a text is short enough to be anybody's name. */
  public static boolean canBeName(String text) {
    return text.length() <= NAME_LENGTH_MAX;
  }

  /**
   * Returns what an exchange of the remote-password protocol begins with. A name without a password
   * gets a verifier that no password has, so that the beginning does not tell who exists.
   */
  public SrpVerifier srpVerifier(String name) {
    SrpVerifier unknown = unknownUsers.verifier(key(name));
    return find(name).flatMap(User::password).flatMap(Password::srp).orElse(unknown);
  }

  /** Returns the user of a name; empty if there is none. */
  public synchronized Optional<User> find(String name) {
    return Optional.ofNullable(users.get(key(name)));
  }

  /**
   * Returns a user.
   *
   * @throws AwsError if there is none
   */
  public User get(String name) {
    return find(name).orElseThrow(Directory::noSuchUser);
  }

  private static AwsError invalid(String message) {
    return new AwsError("InvalidParameterException", message);
  }

  private static AwsError noSuchUser() {
    return new AwsError("UserNotFoundException", "User does not exist.");
  }

  /** Returns the user of an id; empty if there is none. */
  public synchronized Optional<User> bySub(String sub) {
    return users.values().stream().filter(user -> user.sub().equals(sub)).findFirst();
  }

  /** Returns all users, by name. */
  public synchronized List<User> all() {
    return List.copyOf(users.values());
  }

  /**
   * Adds a user that can sign in at once.
   *
   * @throws AwsError if the name is taken or the password does not conform
   */
  public synchronized User create(NewUser wanted) {
    Map<String, String> attributes =
        wanted.email().map(e -> Map.of("email", e, "email_verified", "true")).orElse(Map.of());
    create(wanted.name(), attributes);
    try {
      setPassword(wanted.name(), wanted.password(), true);
      wanted.totpSecret().ifPresent(secret -> setToken(wanted.name(), secret, true));
      wanted.groups().forEach(group -> setMember(wanted.name(), group, true));
      return get(wanted.name());
    } catch (AwsError e) {
      delete(wanted.name());
      throw e;
    }
  }

  /** Adds a user without a password. */
  public synchronized User create(String name, Map<String, String> attributes) {
    // What is invisible, and white space, would make two users look like one.
    if (name.isEmpty() || !canBeName(key(name)) || !isVisible(name)) {
      throw invalid(
          "A user name has 1 to " + NAME_LENGTH_MAX + " letters, marks, symbols, digits or signs.");
    }
    if (users.containsKey(key(name))) {
      throw new AwsError("UsernameExistsException", "User account already exists");
    }
    if (users.size() >= USERS_MAX) {
      throw new AwsError(
          "LimitExceededException",
          "The local pool keeps " + USERS_MAX + " users at most. Delete some to make room.");
    }
    Map<String, String> kept = checked(attributes);
    Instant now = clock.instant();
    User user =
        new User(
            key(name),
            UUID.randomUUID().toString(),
            kept,
            true,
            Status.FORCE_CHANGE_PASSWORD,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            now,
            now);
    users.put(key(name), user);
    keep();
    return user;
  }

  /** Removes a user; sign-ins have to be ended by the caller. */
  public synchronized void delete(String name) {
    get(name);
    users.remove(key(name));
    keep();
  }

  /**
   * Adds attributes to those that a user has, or replaces them; an empty one is taken away. Another
   * email address is not verified, unless the attributes say that it is.
   *
   * @throws AwsError if {@link #checkedChange} refuses them
   */
  public User setAttributes(String name, Map<String, String> attributes) {
    Map<String, String> wanted = checkedChange(attributes);
    return change(name, user -> user.withAttributes(wanted));
  }

  /**
   * Returns attributes that a user is to get in the form in which they are kept.
   *
   * @throws AwsError if one does not conform, or one that every user has to have is empty
   */
  public Map<String, String> checkedChange(Map<String, String> attributes) {
    for (String required : settings.pool().requiredAttributes()) {
      if ("".equals(attributes.get(required))) {
        throw invalid("user." + required + ": Required attribute cannot be deleted.");
      }
    }
    return checked(attributes);
  }

  /** Lets a user sign in, or no more. */
  public User setEnabled(String name, boolean enabled) {
    return change(name, user -> user.withEnabled(enabled));
  }

  /**
   * Puts a user into a group, or takes the user out.
   *
   * @throws AwsError if the user or the group does not exist
   */
  public User setMember(String name, String group, boolean member) {
    if (settings.group(group).isEmpty()) {
      throw new AwsError("ResourceNotFoundException", "Group not found.");
    }
    return change(name, user -> user.withGroup(group, member));
  }

  /** Sets a password that an administrator chose; history does not matter then. */
  public User setPassword(String name, String password, boolean permanent) {
    checkPassword(password);
    Duration validity = Duration.ofDays(settings.pool().passwords().temporaryValidityDays());
    return keepPassword(
        get(name),
        password,
        permanent ? Optional.empty() : Optional.of(clock.instant().plus(validity)));
  }

  /**
   * Sets a password that the user chose.
   *
   * @throws AwsError if it does not conform, or is one of the latest, or the user is gone, even if
   *     there is another of the same name
   */
  public User choosePassword(User user, String password) {
    checkPassword(password);
    if (formerPasswords(user).stream().anyMatch(former -> hasher.matches(password, former))) {
      throw new AwsError(
          "PasswordHistoryPolicyViolationException",
          "The password has been used before and cannot be reused yet.");
    }
    return keepPassword(user, password, Optional.empty());
  }

  /** Refuses a password that the policy does not allow. */
  public void checkPassword(String password) {
    List<String> faults = settings.pool().passwords().faults(password);
    if (!faults.isEmpty()) {
      throw new AwsError(
          "InvalidPasswordException", "Password did not conform with policy: " + faults.getFirst());
    }
  }

  private Map<String, String> checked(Map<String, String> attributes) {
    attributes.forEach(
        (name, value) -> {
          if (value.length() > ATTRIBUTE_LENGTH_MAX) {
            throw invalid(name + " has more than " + ATTRIBUTE_LENGTH_MAX + " characters.");
          }
        });
    if (!isAddress(attributes.getOrDefault(EMAIL, ""))) {
      throw invalid("Invalid email address format.");
    }
    return inPoolCase(attributes);
  }

  /**
   * An address has something before and after one @ and nothing invisible; an empty one is none.
   */
  private static boolean isAddress(String email) {
    int at = email.indexOf('@');
    return email.isEmpty()
        || (at > 0 && at < email.length() - 1 && at == email.lastIndexOf('@') && isVisible(email));
  }

  private static boolean isVisible(String text) {
    return text.matches("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+");
  }

  /** Where the case of a name does not matter, that of an email address does not either. */
  private Map<String, String> inPoolCase(Map<String, String> attributes) {
    Map<String, String> kept = new HashMap<>(attributes);
    kept.computeIfPresent(EMAIL, (_, email) -> key(email));
    return kept;
  }

  private List<PasswordHash> formerPasswords(User user) {
    int size = settings.pool().passwords().historySize();
    return user.password().map(password -> password.history(size)).orElse(List.of());
  }

  private User keepPassword(User user, String password, Optional<Instant> temporaryUntil) {
    PasswordHash hash = hasher.hash(password);
    Optional<SrpVerifier> srp =
        usesSrp
            ? Optional.of(Srp.verifier(settings.pool().shortId(), key(user.name()), password))
            : Optional.empty();
    // To hash takes long: the user may have been replaced by another of the same name meanwhile.
    return change(
        user.name(),
        current -> {
          if (!current.sub().equals(user.sub())) {
            throw noSuchUser();
          }
          return current.withPassword(
              new Password(hash, srp, temporaryUntil, formerPasswords(current)));
        });
  }

  /** Gives a user an authenticator app in place of the one before. */
  public User setToken(String name, String secret, boolean verified) {
    // Fails here rather than at the first sign-in when the secret is not base32.
    TotpCode.ofStep(secret, 0);
    return change(
        name, user -> user.withToken(Optional.of(new User.SoftwareToken(secret, verified, 0))));
  }

  boolean passwordMatches(Optional<User> user, String password) {
    return user.flatMap(User::password)
        .map(kept -> hasher.matches(password, kept.hash()))
        .orElseGet(() -> hasher.matchesNobody(password));
  }

  synchronized User change(String name, UnaryOperator<User> how) {
    User changed = how.apply(get(name)).modifiedAt(clock.instant());
    users.put(key(name), changed);
    keep();
    return changed;
  }

  private void keep() {
    document.write(users.values());
  }
}
