//! The page as WebKit's remote inspector reaches it: scripts and pictures, nothing else.

use std::io::{Read, Write};
use std::net::TcpStream;

use data_encoding::BASE64;
use serde_json::{Value, json};
use tungstenite::protocol::frame::Frame;
use tungstenite::protocol::frame::coding::{Data, OpCode};
use tungstenite::{Message, WebSocket};

use crate::until::{PATIENCE, until};

/// Bytes in a frame, well below the 128 KiB that WebKit's end takes.
const FRAME: usize = 64 * 1024;

/// A connection to one page.
#[derive(Debug)]
pub struct Inspector {
    socket: WebSocket<TcpStream>,
    target: String,
    calls: u64,
}

impl Inspector {
    /// Connects to the first page of the program whose inspector listens here, as soon as there is
    /// one.
    #[must_use]
    pub fn connect(address: &str) -> Self {
        until(|| Self::try_connect(address)).expect("a window with a page")
    }

    fn try_connect(address: &str) -> Option<Self> {
        let list = get(address)?;
        let (_, rest) = list.split_once("window.location.host + '")?;
        let (path, _) = rest.split_once('\'')?;
        let stream = TcpStream::connect(address).ok()?;
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        let url = format!("ws://{address}{path}");
        let (socket, _) = tungstenite::client(url, stream).ok()?;
        let mut inspector = Self { socket, target: String::new(), calls: 0 };
        let created = inspector.event("Target.targetCreated")?;
        created["targetInfo"]["targetId"].as_str()?.clone_into(&mut inspector.target);
        Some(inspector)
    }

    /// What a script gives, as JSON.
    pub fn evaluate(&mut self, script: &str) -> Value {
        let answer =
            self.call("Runtime.evaluate", &json!({ "expression": script, "returnByValue": true }));
        assert!(answer["wasThrown"] != true, "a script threw: {}", answer["result"]);
        answer["result"]["value"].clone()
    }

    /// A picture of what the window shows, as PNG.
    pub fn picture(&mut self) -> Vec<u8> {
        let size = self.evaluate("[innerWidth, innerHeight]");
        let area = json!({ "x": 0, "y": 0, "width": size[0], "height": size[1], "coordinateSystem": "Viewport" });
        let answer = self.call("Page.snapshotRect", &area);
        let url = answer["dataURL"].as_str().unwrap_or_default();
        let (_, data) = url.split_once(',').expect("a picture");
        BASE64.decode(data.as_bytes()).expect("a picture")
    }

    /// Calls a method of the page. It travels inside a message to the page's process.
    fn call(&mut self, method: &str, parameters: &Value) -> Value {
        self.calls += 1;
        let id = self.calls;
        let inner = json!({ "id": id, "method": method, "params": parameters }).to_string();
        let outer = json!({
            "id": id,
            "method": "Target.sendMessageToTarget",
            "params": { "targetId": self.target, "message": inner },
        });
        self.send(&outer.to_string());
        loop {
            let event = self.event("Target.dispatchMessageFromTarget").expect("the page is there");
            let inner = event["message"].as_str().unwrap_or_default();
            let mut answer: Value = serde_json::from_str(inner).unwrap_or_default();
            if answer["id"] == id {
                assert!(answer.get("error").is_none(), "{method}: {}", answer["error"]);
                return answer["result"].take();
            }
        }
    }

    /// Sends a text in as many frames as it takes: WebKit's end closes on one that is too large.
    fn send(&mut self, text: &str) {
        let mut frames = text.as_bytes().chunks(FRAME).peekable();
        let mut kind = Data::Text;
        while let Some(bytes) = frames.next() {
            let is_last = frames.peek().is_none();
            let frame = Frame::message(bytes.to_vec(), OpCode::Data(kind), is_last);
            self.socket.send(Message::Frame(frame)).expect("the page is there");
            kind = Data::Continue;
        }
    }

    /// The parameters of the next event of this name.
    fn event(&mut self, name: &str) -> Option<Value> {
        loop {
            let message = self.socket.read().ok()?;
            let mut event: Value = serde_json::from_str(message.to_text().ok()?).ok()?;
            if event["method"] == name {
                return Some(event["params"].take());
            }
        }
    }
}

/// The list of pages, as the inspector serves it to a browser.
fn get(address: &str) -> Option<String> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(PATIENCE)).ok()?;
    let request = format!("GET / HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).ok()?;
    Some(answer)
}
