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

  void enter(String pointer, boolean isArray) {
    containers.push(new Container(pointer, isArray));
  }

  void leave() {
    containers.pop();
  }

  void member(String name) {
    Container container = containers.element();
    container.member = below(container, name.replace("~", "~0").replace("/", "~1"));
  }

  /** Returns the pointer of the member whose name was read last. */
  String pointer() {
    return containers.element().member;
  }

  /** Returns the pointer of the value that begins here, and goes on to the next. */
  String element() {
    if (containers.isEmpty()) {
      return "";
    }
    Container container = containers.element();
    if (!container.isArray) {
      return container.member;
    }
    return below(container, Integer.toString(container.next++));
  }

  private String below(Container container, String step) {
    return container.pointer.length() + step.length() >= charsMax
        ? container.pointer
        : container.pointer + "/" + step;
  }
}
