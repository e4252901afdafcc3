/** The little of HTTP that the pool needs: strict forms, and answers that nobody stores. */
@NullMarked
package dev.rampart.local.identity.web;

import org.jspecify.annotations.NullMarked;
