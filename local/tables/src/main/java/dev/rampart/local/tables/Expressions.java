package dev.rampart.local.tables;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.expression.ConditionExpression;
import dev.rampart.local.tables.expression.KeyCondition;
import dev.rampart.local.tables.expression.Names;
import dev.rampart.local.tables.expression.Projection;
import dev.rampart.local.tables.expression.UpdateExpression;
import dev.rampart.local.tables.value.JsonReader;
import dev.rampart.local.tables.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The expressions of one request or of one part of a transaction, with shared placeholders. */
final class Expressions {
  private static final String NAMES = "ExpressionAttributeNames";
  private static final String VALUES = "ExpressionAttributeValues";
  private static final Pattern NAME = Pattern.compile("#[0-9a-zA-Z_]+");
  private static final Pattern VALUE = Pattern.compile(":[0-9a-zA-Z_]+");

  private final Request request;
  private final Names names;

  private Expressions(Request request, Names names) {
    this.request = request;
    this.names = names;
  }

  /**
   * Prepares to read.
   *
   * @param parameters the parameters of the operation that hold expressions
   */
  static Expressions of(Request request, List<String> parameters) {
    boolean any = parameters.stream().anyMatch(request::has);
    if (request.has(NAMES) && !any) {
      throw invalid(NAMES + " can only be specified when using expressions");
    }
    List<String> withValues =
        parameters.stream().filter(p -> !p.equals("ProjectionExpression")).toList();
    if (request.has(VALUES) && withValues.stream().noneMatch(request::has)) {
      throw invalid(
          "%s can only be specified when using expressions: %s %s null"
              .formatted(
                  VALUES, String.join(" and ", withValues), withValues.size() > 1 ? "are" : "is"));
    }
    return new Expressions(request, new Names(names(request), values(request)));
  }

  Optional<ConditionExpression> condition(String parameter) {
    return request.text(parameter).map(text -> ConditionExpression.read(parameter, text, names));
  }

  Optional<UpdateExpression> update() {
    return request.text("UpdateExpression").map(text -> UpdateExpression.read(text, names));
  }

  Optional<KeyCondition> keyCondition() {
    return request.text("KeyConditionExpression").map(text -> KeyCondition.read(text, names));
  }

  Optional<Projection> projection() {
    return request.text("ProjectionExpression").map(text -> Projection.read(text, names));
  }

  /** Ends the reading: every placeholder must have been used. */
  void requireAllUsed() {
    names.requireAllUsed();
  }

  private static Map<String, String> names(Request request) {
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, JsonNode> entries = entries(request, NAMES, NAME);
    entries.forEach(
        (name, json) -> names.put(name, new Request(request.required(NAMES)).requiredText(name)));
    return names;
  }

  private static Map<String, Value> values(Request request) {
    Map<String, Value> values = new LinkedHashMap<>();
    entries(request, VALUES, VALUE).forEach((name, json) -> values.put(name, value(name, json)));
    return values;
  }

  private static Value value(String name, JsonNode json) {
    try {
      return JsonReader.value(json);
    } catch (AwsError e) {
      if (!e.code().equals("ValidationException")) {
        throw e;
      }
      throw invalid(VALUES + " contains invalid value: " + e.getMessage() + " for key " + name);
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
