package dev.rampart.local.template;

import com.fasterxml.jackson.core.JsonPointer;

/**
 * A property that a stand-in leaves undone.
 *
 * @param at its place in the resource
 */
public record LeftProperty(Resource resource, JsonPointer at) {

  /** Returns its path in the resource with dots, without the positions in lists. */
  public String name() {
    return at.toString().replaceAll("/[0-9]+", "").substring(1).replace('/', '.');
  }
}
