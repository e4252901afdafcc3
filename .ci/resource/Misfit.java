/** The page and the project do not fit each other. */
final class Misfit extends RuntimeException {
  Misfit(String message) {
    super(message);
  }
}
