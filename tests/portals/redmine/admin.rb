# What the test set-up changes in Redmine, run by `rails runner`:
#   admin.rb seed     {"users": {"tess": {"password", "email"}, …}, "basePath"}
#   admin.rb assignee {"issue", "login"}   login null: nobody
#   admin.rb language {"login", "language"}
#   admin.rb notes    {"issue"}
# The last line on standard output is the answer as JSON.
require "json"
require "securerandom"

NAMES = { "tess" => %w[Tess Tech], "rob" => %w[Rob Remote], "nora" => %w[Nora Newcomer], "ada" => %w[Ada Visitor] }.freeze

def seed(input)
  Redmine::DefaultData::Loader.load("en")
  { text_formatting: "textile", notified_events: [], login_required: 1, default_language: "en",
    gravatar_enabled: 0, app_title: "Example Help Desk" }.each { |name, value| Setting[name] = value }
  User.find_by_login("admin").tap { |admin| admin.password = SecureRandom.hex(16) }.save!
  agent = Role.find_by!(name: "Developer")
  agent.add_permission!(:add_issue_watchers, :delete_issue_watchers, :edit_issues)
  customer = Role.find_by!(name: "Reporter")
  customer.update!(assignable: false)
  project = Project.create!(name: "Help desk", identifier: "help", is_public: false,
                            enabled_module_names: %w[issue_tracking], trackers: Tracker.all)
  IssueCategory.create!(project: project, name: "Networking")
  NAMES.each_key do |login|
    user = create_user(login, input["users"].fetch(login))
    Member.create!(project: project, principal: user, roles: [login == "ada" ? customer : agent])
  end
  seed_issues(project, input["basePath"])
end

def create_user(login, given)
  user = User.new(firstname: NAMES[login][0], lastname: NAMES[login][1], mail: given["email"],
                  language: "en", mail_notification: "none", password: given["password"])
  user.login = login
  user.save!
  user
end

def seed_issues(project, base)
  assigned = create_issue(project, subject: "Customer is experiencing network issues", assignee: "tess",
                          priority: "Urgent", category: "Networking", watchers: %w[rob nora],
                          description: "Since this morning the connection drops every few minutes.")
  add_note(assigned, "tess", "Thanks, I am looking at the switch.")
  hostile = create_issue(project, subject: "Please look at my quote", assignee: "tess", watchers: %w[rob],
                         description: hostile_text(base))
  add_note(hostile, "ada", hostile_text(base))
  unassigned = create_issue(project, subject: "Printer on the second floor is offline",
                            description: "It says that it is out of paper. It is not.")
  no_link = create_issue(project, subject: "New laptop for a colleague", assignee: "nora",
                         description: "She starts next Monday.")
  { assigned: assigned.id, hostile: hostile.id, unassigned: unassigned.id, noLink: no_link.id }
end

# Ada opens it, as a customer would.
def create_issue(project, given)
  issue = Issue.new(project: project, author: User.find_by_login("ada"), tracker: Tracker.find_by!(name: "Support"),
                    subject: given[:subject], description: given[:description],
                    priority: IssuePriority.find_by!(name: given[:priority] || "Normal"),
                    category: given[:category] && project.issue_categories.find_by!(name: given[:category]),
                    assigned_to: given[:assignee] && User.find_by_login(given[:assignee]))
  issue.save!
  (given[:watchers] || []).each { |login| issue.add_watcher(User.find_by_login(login)) }
  issue
end

def add_note(issue, login, text)
  noted = Issue.find(issue.id)
  noted.init_journal(User.find_by_login(login), text)
  noted.save!
end

# As near to Redmine's own markup as its formatter lets a customer come: it puts "wiki-class-" and "wiki-id-" before
# classes and ids, and leaves some attributes of `kbd`, `code` and real links to people.
def hostile_text(base)
  evil = '"evil@example.com":'
  <<~TEXT
    Please see the attached quote.

    <kbd id=sidebar><kbd id=watchers><kbd class=watchers>#{evil}#{base}/users/66</kbd></kbd></kbd>

    <kbd class=issue><kbd class=attributes><kbd class=assigned-to><kbd class=attribute><kbd class=value>#{evil}#{base}/users/66</kbd></kbd></kbd></kbd></kbd>

    <kbd class="attributes"><kbd class='assigned-to attribute'><kbd class="value">#{evil}#{base}/users/66 user:rob @rob</kbd></kbd></kbd>

    <pre class="attributes"><code class="assigned-to attribute">evil@example.com</code></pre>

    div(issue details). #{evil}#{base}/users/66

    div(#sidebar). Sidebar

    p(assigned-to attribute). Assignee: %(value)#{evil}#{base}/users/66%

    p(author). Added by "(user active)evil@example.com":#{base}/users/66

    |_. Assignee|evil@example.com|

    Assignee: user:rob, @rob

    Book a call: https://cal.com/evil/30min
  TEXT
end

def change_assignee(input)
  issue = Issue.find(input["issue"])
  issue.init_journal(User.find_by_login("rob"))
  issue.assigned_to = input["login"] && User.find_by_login(input["login"])
  issue.save!
  {}
end

def change_language(input)
  User.find_by_login(input["login"]).update!(language: input["language"])
  {}
end

# Oldest first.
def notes(input)
  noted = Issue.find(input["issue"]).journals.order(:id).select { |journal| journal.notes.present? }
  noted.map { |journal| { author: journal.user.login, private: journal.private_notes, text: journal.notes } }
end

command, json = ARGV
run = { "seed" => :seed, "assignee" => :change_assignee, "language" => :change_language,
        "notes" => :notes }.fetch(command)
puts JSON.generate(send(run, JSON.parse(json)))
