package dev.rampart.local.check.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which function is called by what, and what is its own. */
public final class LambdaFunctions {
  private LambdaFunctions() {}

  /** Returns all functions. */
  public static List<Resource> all(CheckedTemplate subject) {
    return subject.ofType(Types.FUNCTION);
  }

  /** Returns the function that a reference to it or to its alias calls. */
  public static Optional<Resource> called(CheckedTemplate subject, JsonNode reference) {
    return subject
        .target(reference)
        .flatMap(
            target ->
                target.type().equals(Types.ALIAS)
                    ? subject.target(target.property("FunctionName"))
                    : Optional.of(target))
        .filter(function -> function.type().equals(Types.FUNCTION));
  }

  /** Says whether a value is the reference of an alias and nothing else. */
  public static boolean isAlias(CheckedTemplate subject, JsonNode value) {
    return subject
        .target(value)
        .filter(target -> target.type().equals(Types.ALIAS))
        .filter(alias -> value.asText().equals(alias.physical().ref()))
        .isPresent();
  }

  /** Returns the functions that API Gateway waits for. */
  public static Set<Resource> behindApi(CheckedTemplate subject) {
    Set<Resource> functions = new LinkedHashSet<>();
    for (Operation operation : Operation.calls(subject)) {
      called(subject, operation.integration().path("uri")).ifPresent(functions::add);
    }
    return functions;
  }

  /** Returns the functions that a user pool waits for. */
  public static Set<Resource> behindSignIn(CheckedTemplate subject) {
    Set<Resource> functions = new LinkedHashSet<>();
    for (Resource pool : subject.ofType(Types.USER_POOL)) {
      for (JsonNode trigger : pool.property("LambdaConfig")) {
        called(subject, trigger).ifPresent(functions::add);
        called(subject, trigger.path("LambdaArn")).ifPresent(functions::add);
      }
    }
    return functions;
  }

  /** Returns the functions that nobody waits for: those of logs and of schedules. */
  public static Set<Resource> asynchronous(CheckedTemplate subject) {
    Set<Resource> functions = new LinkedHashSet<>();
    for (Resource schedule : subject.ofType(Types.SCHEDULE)) {
      called(subject, Json.at(schedule.properties(), "Target.Arn")).ifPresent(functions::add);
    }
    for (Resource subscription : subject.ofType(Types.SUBSCRIPTION_FILTER)) {
      called(subject, subscription.property("DestinationArn")).ifPresent(functions::add);
    }
    return functions;
  }

  /** Returns the role of a function. */
  public static Optional<Resource> role(CheckedTemplate subject, Resource function) {
    return subject.target(function.property("Role")).filter(role -> role.type().equals(Types.ROLE));
  }

  /** Returns the roles of all functions, each once. */
  public static Set<Resource> roles(CheckedTemplate subject) {
    Set<Resource> roles = new LinkedHashSet<>();
    all(subject).forEach(function -> role(subject, function).ifPresent(roles::add));
    return roles;
  }

  /** Returns the log group that a function writes to. */
  public static Optional<Resource> logGroup(CheckedTemplate subject, Resource function) {
    return subject
        .target(Json.at(function.properties(), "LoggingConfig.LogGroup"))
        .filter(group -> group.type().equals(Types.LOG_GROUP));
  }
}
