// In place of a module that tests do not need.
module.exports = {};
