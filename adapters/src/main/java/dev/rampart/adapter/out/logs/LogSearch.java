package dev.rampart.adapter.out.logs;

/**
 * One search.
 *
 * @param logGroup the name of the group
 * @param pattern takes the lines that are wanted, and perhaps others
 */
record LogSearch(String logGroup, String pattern) {}
