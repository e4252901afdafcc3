package dev.rampart.local.events.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.events.queue.RequestMembers;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.protocol.ClientJson;
import java.util.List;

/** What a target gets of an event (API reference, {@code Target}). */
public sealed interface TargetInput permits ConstantInput, InputPart, InputTemplate, WholeEvent {
  /** EventBridge's limit for a constant and for a template, in characters. */
  int CHARS_MAX = 8192;

  /** The members of a target that say it. */
  List<String> MEMBERS = List.of("Input", "InputPath", "InputTransformer");

  /** Returns the text that the target gets. */
  String of(Delivered event);

  /**
   * Reads what a target says of it; the whole event if it says nothing.
   *
   * @throws AwsError if it is wrong, or says it twice
   */
  static TargetInput read(JsonNode target) {
    List<String> given = MEMBERS.stream().filter(target::hasNonNull).toList();
    if (given.size() > 1) {
      throw invalid("A target has only one of Input, InputPath and InputTransformer.");
    }
    return given.isEmpty() ? new WholeEvent() : read(given.getFirst(), target);
  }

  private static TargetInput read(String member, JsonNode target) {
    return switch (member) {
      case "Input" -> ConstantInput.of(RequestMembers.text(target, member).orElse(""));
      case "InputPath" ->
          new InputPart(EventPath.of(RequestMembers.text(target, member).orElse("")));
      default -> InputTemplate.of(target.path(member));
    };
  }

  /** Returns an event as JSON. */
  static JsonNode parsed(String event) {
    try {
      return JsonMapper.builder().build().readTree(event);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("An event is no JSON.", e);
    }
  }

  /** Says whether a text is JSON. */
  static boolean isJson(String text) {
    try {
      return !ClientJson.STRICT.readTree(text).isMissingNode();
    } catch (JsonProcessingException _) {
      return false;
    }
  }

  /** Returns the refusal of a target. */
  static AwsError invalid(String message) {
    return new AwsError("ValidationException", message);
  }
}
