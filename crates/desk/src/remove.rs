//! Removing a connection, with everything that was kept for it.

use crate::connection::Kept;
use crate::desk::Desk;
use crate::keychain;
use crate::trouble::Trouble;

impl Desk {
    /// Removes a connection with its key, and closes it where it is open.
    /// Where the keychain does not remove the key, the connection stays and can be removed again.
    pub async fn remove_connection(&self, id: &str) -> Result<(), Trouble> {
        let connection = self.state().connection(id).cloned().ok_or(Trouble::UnknownConnection)?;
        if connection.kept == Kept::Keychain {
            let name = connection.id.clone();
            // Removing it late is what the person wanted.
            self.ask_keychain(move |keychain| keychain::remove_surely(keychain, &name), |_| ())
                .await?;
        }
        self.state().strike_off(&*self.surroundings.settings, id)?;
        tracing::info!("connection removed");
        Ok(())
    }
}
