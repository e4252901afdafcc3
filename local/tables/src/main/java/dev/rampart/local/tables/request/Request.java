package dev.rampart.local.tables.request;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.JsonReader;
import dev.rampart.local.tables.value.Scalars;
import dev.rampart.local.tables.value.WorkBudget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object of a request, read member by member.
 *
 * @param work what may be done for the whole request, of which this object may be a part
 */
public record Request(JsonNode json, WorkBudget work) {
  public Request {
    if (!json.isObject()) {
      throw unreadable("Unexpected value type in payload");
    }
  }

  public Request(JsonNode json) {
    this(json, new WorkBudget());
  }

  public boolean has(String name) {
    return member(name).isPresent();
  }

  public Optional<JsonNode> member(String name) {
    return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
  }

  public JsonNode required(String name) {
    return member(name)
        .orElseThrow(
            () ->
                invalid(
                    "The parameter '" + name + "' is required but was not present in the request"));
  }

  public Optional<String> text(String name) {
    return member(name).map(Scalars::text);
  }

  public String requiredText(String name) {
    return Scalars.text(required(name));
  }

  public boolean flag(String name, boolean otherwise) {
    return member(name).map(Scalars::flag).orElse(otherwise);
  }

  public Optional<Integer> number(String name) {
    return member(name).map(Scalars::whole);
  }

  public Item item(String name) {
    return JsonReader.item(required(name));
  }

  public Request object(String name) {
    return new Request(required(name), work);
  }

  public Optional<Request> optionalObject(String name) {
    return member(name).map(object -> new Request(object, work));
  }

  /** Returns the elements of an array of objects; empty if the member is absent. */
  public List<Request> objects(String name) {
    List<Request> objects = new ArrayList<>();
    array(name).forEach(element -> objects.add(new Request(element, work)));
    return objects;
  }

  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    array(name).forEach(element -> texts.add(Scalars.text(element)));
    return texts;
  }

  /** Returns the members of an object; empty if it is absent. */
  Map<String, JsonNode> entries(String name) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    member(name)
        .ifPresent(
            object ->
                new Request(object)
                    .json
                    .properties()
                    .forEach(e -> entries.put(e.getKey(), e.getValue())));
    return entries;
  }

  public List<String> names() {
    return json.properties().stream().map(Map.Entry::getKey).toList();
  }

  private Iterable<JsonNode> array(String name) {
    Optional<JsonNode> array = member(name);
    if (array.isPresent() && !array.get().isArray()) {
      throw unreadable("Unexpected field type");
    }
    return array.<Iterable<JsonNode>>map(node -> node).orElse(List.of());
  }
}
