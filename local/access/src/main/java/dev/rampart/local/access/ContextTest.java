package dev.rampart.local.access;

/** A test that a condition makes of the circumstances of a request. */
interface ContextTest {
  /** Returns the key that it looks at, in lower case. */
  String key();

  /** Says whether a request passes. */
  boolean holds(AccessRequest request);

  /**
   * The operator {@code Null}.
   *
   * @param absent whether the key has to be missing
   */
  record Null(String key, boolean absent) implements ContextTest {
    @Override
    public boolean holds(AccessRequest request) {
      return request.values(key).isEmpty() == absent;
    }
  }
}
