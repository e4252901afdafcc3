package dev.rampart.local.jar;

/**
 * A class that is in neither the jar nor the JDK.
 *
 * @param type the internal name of the class
 * @param by the internal name of the class that needs it
 */
record Missing(String type, String by) implements Comparable<Missing> {

  @Override
  public int compareTo(Missing other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return type.replace('/', '.') + ", needed by " + by.replace('/', '.');
  }
}
