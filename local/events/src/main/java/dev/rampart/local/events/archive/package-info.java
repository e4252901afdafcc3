/** EventBridge's archives: the events of a bus that are kept, and how they are put on it again. */
@NullMarked
package dev.rampart.local.events.archive;

import org.jspecify.annotations.NullMarked;
