package dev.ticketrail.order.web;

/** Who somebody says they are. */
record Person(@ShortText String name, @EmailAddress String email) {

}
