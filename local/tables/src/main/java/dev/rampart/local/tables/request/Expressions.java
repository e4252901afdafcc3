package dev.rampart.local.tables.request;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.expression.ConditionExpression;
import dev.rampart.local.tables.expression.KeyCondition;
import dev.rampart.local.tables.expression.Placeholders;
import dev.rampart.local.tables.expression.Projection;
import dev.rampart.local.tables.expression.UpdateExpression;
import dev.rampart.local.tables.value.JsonReader;
import dev.rampart.local.tables.value.Refusals;
import dev.rampart.local.tables.value.Scalars;
import dev.rampart.local.tables.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The expressions of one request or of one part of a transaction, with shared placeholders. */
public final class Expressions {
  private static final Pattern NAME = Pattern.compile("#[0-9a-zA-Z_]+");
  private static final Pattern VALUE = Pattern.compile(":[0-9a-zA-Z_]+");

  /** The limit of DynamoDB on all placeholders of an expression, in bytes. */
  private static final int VALUES_BYTES_MAX = 2 * 1024 * 1024;

  private final Request request;
  private final Placeholders names;
  private final boolean unusedCounted;

  private Expressions(Request request, Placeholders names, boolean unusedCounted) {
    this.request = request;
    this.names = names;
    this.unusedCounted = unusedCounted;
  }

  /** Prepares to read the expressions of a request to an operation with these parameters. */
  public static Expressions of(Request request, ExpressionParameters parameters) {
    parameters.require(request);
    return new Expressions(
        request,
        new Placeholders(names(request), values(request), request.work()),
        parameters.unusedCounted());
  }

  /** Prepares to read the expressions of one action of a transaction. */
  public static Expressions ofAction(Request action, ExpressionParameters parameters) {
    // An action without expressions may bring placeholders, which are then ignored.
    return parameters.anyExpression(action)
        ? new Expressions(
            action, new Placeholders(names(action), values(action), action.work()), false)
        : new Expressions(action, new Placeholders(Map.of(), Map.of(), action.work()), false);
  }

  public Optional<ConditionExpression> condition(String parameter) {
    return request.text(parameter).map(text -> ConditionExpression.read(parameter, text, names));
  }

  public Optional<UpdateExpression> update() {
    return request.text("UpdateExpression").map(text -> UpdateExpression.read(text, names));
  }

  public Optional<KeyCondition> keyCondition() {
    return request.text("KeyConditionExpression").map(text -> KeyCondition.read(text, names));
  }

  public Optional<Projection> projection() {
    return request.text("ProjectionExpression").map(text -> Projection.read(text, names));
  }

  /** Ends the reading: every placeholder must have been used. */
  public void requireAllUsed() {
    names
        .unused()
        .ifPresent(
            message -> {
              throw unusedCounted ? Refusals.counted(message) : invalid(message);
            });
  }

  private static Map<String, String> names(Request request) {
    Map<String, String> names = new LinkedHashMap<>();
    entries(request, ExpressionParameters.NAMES, NAME)
        .forEach((name, json) -> names.put(name, Scalars.text(json)));
    return names;
  }

  private static Map<String, Value> values(Request request) {
    JsonReader reader =
        new JsonReader(VALUES_BYTES_MAX, "The values are larger than 2 MB together");
    Map<String, Value> values = new LinkedHashMap<>();
    entries(request, ExpressionParameters.VALUES, VALUE)
        .forEach((name, json) -> values.put(name, value(reader, name, json)));
    return values;
  }

  private static Value value(JsonReader reader, String name, JsonNode json) {
    try {
      return reader.value(json);
    } catch (AwsError e) {
      if (!e.code().equals("ValidationException")) {
        throw e;
      }
      throw invalid(
          ExpressionParameters.VALUES
              + " contains invalid value: "
              + e.getMessage()
              + " for key "
              + name);
    }
  }

  private static Map<String, JsonNode> entries(Request request, String parameter, Pattern key) {
    Map<String, JsonNode> entries = request.entries(parameter);
    if (request.has(parameter) && entries.isEmpty()) {
      throw invalid(parameter + " must not be empty");
    }
    for (String name : entries.keySet()) {
      if (!key.matcher(name).matches()) {
        throw invalid(parameter + " contains invalid key: Syntax error; key: \"" + name + "\"");
      }
    }
    return entries;
  }
}
