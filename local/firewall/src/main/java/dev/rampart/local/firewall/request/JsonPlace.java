package dev.rampart.local.firewall.request;

import java.util.ArrayDeque;
import java.util.Deque;

/** Where in a document a parser is. */
final class JsonPlace {
  /** A container: its own pointer, and which element of it comes next. */
  private static final class Container {
    private final String pointer;
    private final boolean isArray;
    private int next;
    private String member = "";

    private Container(String pointer, boolean isArray) {
      this.pointer = pointer;
      this.isArray = isArray;
    }
  }

  private final Deque<Container> containers = new ArrayDeque<>();
  private final int charsMax;

  JsonPlace(int charsMax) {
    this.charsMax = charsMax;
  }

  boolean isAtRoot() {
    return containers.isEmpty();
  }

  void enter(boolean isArray) {
    containers.push(new Container(isAtRoot() ? "" : container() + next(), isArray));
  }

  void leave() {
    containers.pop();
  }

  void member(String name) {
    containers.element().member = step(name.replace("~", "~0").replace("/", "~1"));
  }

  /** Returns the element that the name of the member is which was read last. */
  JsonElement key(String text) {
    return new JsonElement(container(), containers.element().member, true, text);
  }

  /** Returns the value that begins here, and goes on to the next. */
  JsonElement value(String text) {
    return isAtRoot()
        ? new JsonElement("", "", false, text)
        : new JsonElement(container(), next(), false, text);
  }

  private String container() {
    return containers.element().pointer;
  }

  /** Returns the step to the value that begins here, and goes on to the next. */
  private String next() {
    Container container = containers.element();
    return container.isArray ? step(Integer.toString(container.next++)) : container.member;
  }

  private String step(String name) {
    return container().length() + name.length() >= charsMax ? "" : "/" + name;
  }
}
