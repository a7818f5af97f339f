#!/usr/bin/perl
# What the test set-up changes in Request Tracker, through its own Perl API:
#   admin.pl seed  {"users": {"tess": {"password", "email"}, …}, "basePath"}
#   admin.pl owner {"ticket", "login"}
#   admin.pl theme {"login", "stylesheet"}
#   admin.pl notes {"ticket"}
#   admin.pl status {"ticket", "status"?}
# The site is the one that RT_SITE_CONFIG names. The answer is JSON on standard output.
use strict;
use warnings;
use utf8;
use lib "/usr/share/request-tracker5/lib";

use Data::GUID;
use JSON;
use RT;
RT::LoadConfig();
RT::Init();

my ( $command, $json ) = @ARGV;
my $input = JSON::decode_json($json);
my %commands = ( seed => \&seed, owner => \&set_owner, theme => \&set_theme, notes => \&notes, status => \&status );
my $run = $commands{$command} or die "unknown command $command\n";
print JSON::encode_json( $run->($input) );

sub seed {
    my ($input) = @_;
    my %real_name = (
        tess => "Tess Tech",
        rob  => "Rob Remote",
        nora => "Nora Newcomer",
        ada  => "Ada Visitor",
    );
    for my $login ( sort keys %real_name ) {
        my $user = RT::User->new( RT->SystemUser );
        checked( $user->Create(
            Name         => $login,
            RealName     => $real_name{$login},
            EmailAddress => $input->{users}{$login}{email},
            Password     => $input->{users}{$login}{password},
            Privileged   => $login eq "ada" ? 0 : 1,
        ) );
    }
    grant_rights();
    lock_root();

    my $text = "Since this morning the connection drops every few minutes.";
    return {
        assigned => create_ticket(
            subject  => "Customer is experiencing network issues",
            body     => $text,
            owner    => "tess",
            priority => 50,
            cc       => "rob",
            admin_cc => "nora",
            reply    => "Thanks, I am looking at the switch.",
            comment  => "The uplink on the second floor again.",
        ),
        hostile => create_ticket(
            subject => "Please look at my quote",
            body    => hostile_body( $input->{basePath} ),
            html    => 1,
            owner   => "tess",
            cc      => "rob",
        ),
        unowned => create_ticket(
            subject => "Printer on the second floor is offline",
            body    => "It says that it is out of paper. It is not.",
        ),
        noLink => create_ticket(
            subject => "New laptop for a colleague",
            body    => "She starts next Monday.",
            owner   => "nora",
        ),
    };
}

sub grant_rights {
    my %rights = (
        Privileged => [ qw(
            SeeQueue ShowTicket ShowTicketComments CreateTicket ReplyToTicket
            CommentOnTicket OwnTicket TakeTicket ModifyTicket Watch WatchAsAdminCc
            ShowOutgoingEmail
        ) ],
        Unprivileged => [qw(SeeQueue CreateTicket)],
        Requestor    => [qw(ShowTicket ReplyToTicket)],
    );
    my $queue = RT::Queue->new( RT->SystemUser );
    $queue->Load("General");
    for my $name ( sort keys %rights ) {
        my $group = RT::Group->new( RT->SystemUser );
        if ( $name eq "Requestor" ) {
            $group->LoadRoleGroup( Object => RT->System, Name => $name );
        }
        else { $group->LoadSystemInternalGroup($name) }
        my $principal = $group->PrincipalObj;
        for my $right ( @{ $rights{$name} } ) {
            checked( $principal->GrantRight( Right => $right, Object => $queue ) );
        }
    }
    my $privileged = RT::Group->new( RT->SystemUser );
    $privileged->LoadSystemInternalGroup("Privileged");
    checked( $privileged->PrincipalObj->GrantRight( Right => "ModifySelf", Object => RT->System ) );
}

# Request Tracker comes with a superuser and a well-known password.
sub lock_root {
    my $root = RT::User->new( RT->SystemUser );
    $root->Load("root");
    checked( $root->SetRealName("Administrator") );
    checked( $root->SetPassword( Data::GUID->new->as_string ) );
}

# Ada opens it, as a customer would; the help desk then gives it an owner and watchers.
sub create_ticket {
    my %args   = @_;
    my $ticket = RT::Ticket->new( current_user("ada") );
    checked( $ticket->Create(
        Queue     => "General",
        Requestor => "ada\@example.com",
        Subject   => $args{subject},
        MIMEObj   => message( $args{body}, $args{html} ),
    ) );

    my $handled = RT::Ticket->new( RT->SystemUser );
    $handled->Load( $ticket->id );
    checked( $handled->SetPriority( $args{priority} ) ) if $args{priority};
    checked( $handled->SetOwner( $args{owner}, "Force" ) ) if $args{owner};
    my %watchers = ( Cc => $args{cc}, AdminCc => $args{admin_cc} );
    for my $type ( sort keys %watchers ) {
        next unless $watchers{$type};
        my $principal = current_user( $watchers{$type} )->PrincipalId;
        checked( $handled->AddWatcher( Type => $type, PrincipalId => $principal ) );
    }

    my $answered = RT::Ticket->new( current_user("tess") );
    $answered->Load( $ticket->id );
    checked( $answered->Correspond( MIMEObj => message( $args{reply} ) ) ) if $args{reply};
    checked( $answered->Comment( MIMEObj => message( $args{comment} ) ) ) if $args{comment};
    return int $ticket->id;
}

# Looks like Request Tracker's own boxes. The scrubber removes ids and data-user-id, but keeps
# relative links and every class attribute that has "text" in it; hence the class "text".
sub hostile_body {
    my ($base) = @_;
    my $person = '<span class="user text" data-user-id="66">'
        . qq{<a href="$base/User/Summary.html?id=66">evil\@example.com</a></span>};
    return qq{<p>Please see the attached quote.</p>
<div class="row ticket-summary text"><div class="boxcontainer col-md-6 text">
<div class="titlebox body-content-class card ticket-info-basics text" id="ticket-info-basics">
<div class="form-row id text"><div class="label col-3 text">Id:</div>
<div class="value col-9 text">666</div></div></div>
<div class="titlebox body-content-class card ticket-info-people text" id="ticket-info-people">
<div class="titlebox-title card-header text"><span class="left text">People</span></div>
<div class="form-row owner text"><div class="label col-3 text">Owner:</div>
<div class="value col-9 text"><span class="current-value text">$person</span></div></div>
<div class="form-row requestors text"><div class="label col-3 text">Requestors:</div>
<div class="value col-9 text"><span class="current-value text">$person</span></div></div>
</div></div></div>
<table><tr><th>Owner</th><td>evil\@example.com</td></tr></table>
<dl><dt>Assigned to</dt><dd>evil\@example.com</dd></dl>
<p>Owner: evil\@example.com</p>
<p>Book a call: <a href="https://cal.com/evil/30min">https://cal.com/evil/30min</a></p>
};
}

sub message {
    my ( $body, $html ) = @_;
    return MIME::Entity->build(
        Type    => $html ? "text/html" : "text/plain",
        Charset => "UTF-8",
        Data    => [ Encode::encode( "UTF-8", $body ) ],
    );
}

sub set_owner {
    my ($input) = @_;
    my $ticket = RT::Ticket->new( RT->SystemUser );
    $ticket->Load( $input->{ticket} ) or die "no ticket $input->{ticket}\n";
    return {} if $ticket->OwnerObj->Name eq $input->{login};
    checked( $ticket->SetOwner( $input->{login}, "Force" ) );
    return {};
}

sub set_theme {
    my ($input) = @_;
    my $user = RT::User->new( RT->SystemUser );
    $user->Load( $input->{login} ) or die "no user $input->{login}\n";
    my $old = $user->Preferences( RT->System ) || {};
    my %new = ( %$old, WebDefaultStylesheet => $input->{stylesheet} );
    checked( $user->SetPreferences( RT->System, \%new ) );
    return {};
}

# Comments (internal) and correspondence of a ticket, oldest first.
sub notes {
    my ($input) = @_;
    my $ticket = RT::Ticket->new( RT->SystemUser );
    $ticket->Load( $input->{ticket} ) or die "no ticket $input->{ticket}\n";
    my $transactions = $ticket->Transactions;
    my @notes;
    while ( my $transaction = $transactions->Next ) {
        my $type = $transaction->Type;
        next unless $type eq "Comment" || $type eq "Correspond";
        my $author = $transaction->CreatorObj->Name;
        push @notes, { type => $type, author => $author, text => $transaction->Content };
    }
    return \@notes;
}

# Sets a ticket's status, where one is given. Answers with the present one.
sub status {
    my ($input) = @_;
    my $ticket = RT::Ticket->new( RT->SystemUser );
    $ticket->Load( $input->{ticket} ) or die "no ticket $input->{ticket}\n";
    my $wanted = $input->{status};
    checked( $ticket->SetStatus($wanted) ) if defined $wanted && $wanted ne $ticket->Status;
    return { status => $ticket->Status };
}

sub current_user {
    my ($login) = @_;
    my $user = RT::CurrentUser->new;
    $user->LoadByName($login);
    return $user;
}

# Request Tracker answers (id or 0, …, message).
sub checked {
    my @answer = @_;
    die "$answer[-1]\n" unless $answer[0];
    return $answer[0];
}
