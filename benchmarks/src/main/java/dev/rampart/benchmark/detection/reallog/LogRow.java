package dev.rampart.benchmark.detection.reallog;

/**
 * One row of a recorded log.
 *
 * @param atMillis since 1970
 * @param group the small world that it is of; sources of different groups are different
 * @param principal who is said to call or to sign in; empty if nobody is
 * @param path with the query
 * @param hostile whether it is labelled as of an attacker
 */
record LogRow(
    long atMillis,
    String group,
    String address,
    String principal,
    int status,
    String method,
    String path,
    String userAgent,
    boolean hostile) {

  private static final int COLUMNS = 10;

  /**
   * Returns the row in a line of the form {@code ts_ms, group, source_ip, principal, status,
   * method, path, user_agent, label, attack_type}, with tabs between.
   */
  static LogRow parse(String line) {
    String[] columns = line.split("\t", -1);
    if (columns.length != COLUMNS) {
      throw new IllegalArgumentException("a row has " + COLUMNS + " columns: " + line);
    }
    return new LogRow(
        Long.parseLong(columns[0]),
        columns[1],
        columns[2],
        columns[3].equals("-") ? "" : columns[3],
        Integer.parseInt(columns[4]),
        columns[5],
        columns[6],
        columns[7],
        columns[8].equals("1"));
  }
}
