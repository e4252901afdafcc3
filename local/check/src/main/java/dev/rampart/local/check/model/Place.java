package dev.rampart.local.check.model;

import com.fasterxml.jackson.core.JsonPointer;
import dev.rampart.local.access.Statement;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;

/**
 * A part of a template.
 *
 * @param subject what a waiver names: a logical id, or an operation such as {@code GET /v1/health}
 * @param part what it is within the subject, for people; empty for the whole
 * @param line from 1, or 0 if nothing is written
 */
public record Place(String subject, String part, int line) {

  /** Returns a whole resource. */
  public static Place of(Resource resource) {
    return new Place(resource.logicalId(), "", resource.line(JsonPointer.empty()));
  }

  /**
   * Returns a property of a resource.
   *
   * @param path the names of the way to it, with dots between
   */
  public static Place of(Resource resource, String path) {
    return new Place(resource.logicalId(), path, resource.line(pointer(path)));
  }

  /**
   * Returns a place within a resource.
   *
   * @param subject what a waiver calls it
   * @param at the way to it from the properties
   */
  public static Place of(Resource resource, String subject, String part, JsonPointer at) {
    return new Place(subject, part, resource.line(at));
  }

  /** Returns where a statement is; the subject of a waiver is the holder of its policy. */
  public static Place of(Statement statement) {
    Resource holder = statement.holder();
    return of(holder, holder.logicalId(), statement.name(), statement.at());
  }

  /** Returns a section of the template, or a member of one. */
  public static Place section(Template template, String section, String member) {
    JsonPointer at = JsonPointer.empty().appendProperty(section);
    JsonPointer inside = member.isEmpty() ? at : at.appendProperty(member);
    return new Place(member.isEmpty() ? section : member, "", template.line(inside));
  }

  /** Returns something that is nowhere in the template. */
  public static Place absent(String what) {
    return new Place(what, "", 0);
  }

  /** Returns the same place for a named element of the list that is there. */
  public Place within(String element) {
    return new Place(subject, part + " " + element, line);
  }

  private static JsonPointer pointer(String path) {
    JsonPointer at = JsonPointer.empty();
    for (String step : path.split("[.]", -1)) {
      at = at.appendProperty(step);
    }
    return at;
  }

  @Override
  public String toString() {
    return part.isEmpty() ? subject : subject + " " + part;
  }
}
