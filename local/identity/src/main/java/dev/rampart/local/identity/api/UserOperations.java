package dev.rampart.local.identity.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.identity.directory.User;
import dev.rampart.local.identity.pool.LocalUserPool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What administrators do with users. */
record UserOperations(LocalUserPool pool) {
  private static final Set<String> ATTRIBUTES = Set.of("email", "email_verified");
  private static final String ATTRIBUTES_MEMBER = "UserAttributes";

  Map<String, PoolOperation> operations() {
    return Map.of(
        "AdminUpdateUserAttributes", this::update,
        "AdminCreateUser", this::create,
        "AdminSetUserPassword", this::setPassword,
        "AdminGetUser", this::get,
        "AdminDeleteUser", this::delete,
        "AdminDisableUser", input -> enable(input, false),
        "AdminEnableUser", input -> enable(input, true),
        "AdminUserGlobalSignOut", this::signOut,
        "ListUsers", this::list);
  }

  private JsonNode create(Input input) {
    Checks.pool(pool, input);
    Map<String, String> attributes = known(input.attributes(ATTRIBUTES_MEMBER));
    Optional<String> password = input.optionalText("TemporaryPassword");
    boolean silent = input.optionalText("MessageAction").filter("SUPPRESS"::equals).isPresent();
    if (password.isEmpty() && !silent) {
      throw Input.invalid(
          "No mail is sent from here: give a TemporaryPassword, or MessageAction SUPPRESS.");
    }
    password.ifPresent(pool.directory()::checkPassword);
    User user = pool.directory().create(input.text("Username"), attributes);
    if (password.isPresent()) {
      user = pool.directory().setPassword(user.name(), password.get(), false);
    }
    return Output.object().set("User", Output.user(user, "Attributes"));
  }

  private JsonNode update(Input input) {
    pool.directory().setAttributes(Checks.user(pool, input).name(), changedAttributes(input));
    return Output.object();
  }

  /**
   * Returns the attributes that a call changes; none at all, or one that is not kept, is refused.
   */
  static Map<String, String> changedAttributes(Input input) {
    return known(input.someAttributes(ATTRIBUTES_MEMBER));
  }

  private static Map<String, String> known(Map<String, String> attributes) {
    for (String name : attributes.keySet()) {
      if (!ATTRIBUTES.contains(name)) {
        throw Input.invalid("Attributes did not conform to the schema: " + name + " is not kept.");
      }
    }
    return attributes;
  }

  private JsonNode setPassword(Input input) {
    User user = Checks.user(pool, input);
    pool.directory().setPassword(user.name(), input.text("Password"), input.flag("Permanent"));
    return Output.object();
  }

  private JsonNode get(Input input) {
    User user = Checks.user(pool, input);
    return Output.withMfa(Output.user(user, "UserAttributes"), user);
  }

  private JsonNode delete(Input input) {
    User user = Checks.user(pool, input);
    pool.sessions().revokeAll(user.sub());
    pool.directory().delete(user.name());
    return Output.object();
  }

  private JsonNode enable(Input input, boolean enabled) {
    User user = pool.directory().setEnabled(Checks.user(pool, input).name(), enabled);
    if (!enabled) {
      pool.sessions().revokeAll(user.sub());
    }
    return Output.object();
  }

  private JsonNode signOut(Input input) {
    pool.sessions().revokeAll(Checks.user(pool, input).sub());
    return Output.object();
  }

  private JsonNode list(Input input) {
    Checks.pool(pool, input);
    Predicate<User> filter = input.optionalText("Filter").map(UserFilter::of).orElse(_ -> true);
    List<User> users = pool.directory().all().stream().filter(filter).toList();
    Set<String> attributes = input.textSet("AttributesToGet");
    Predicate<String> wanted = name -> attributes.isEmpty() || attributes.contains(name);
    return new Pager<User>(
            "Users",
            "Limit",
            "PaginationToken",
            User::name,
            user -> Output.user(user, "Attributes", wanted))
        .page(input, users);
  }
}
