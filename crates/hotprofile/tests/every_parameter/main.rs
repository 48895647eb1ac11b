//! Every parameter of the nine operations at once, sent by the typed client: what arrives and
//! what is kept.

mod kept;
mod proxy;
mod sender;
mod values;
